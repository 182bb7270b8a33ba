import type { WidgetNames } from "./names.ts";

/** One line, or a few, that go into a file that lists every element; before the first match of `before`, or at the end. */
interface Entry {
  readonly path: string;
  readonly before?: RegExp;
  readonly text: string;
}

/** Every list an element has to be in. */
export function entries({ feature, tag, Class }: WidgetNames): Entry[] {
  const code = `${feature}/${tag}/${tag}`;
  return [
    { path: "packages/widgets/src/tag-names.ts", before: /\] as const;/, text: `  "${tag}",\n` },
    {
      path: "packages/widgets/src/loader/elements.ts",
      before: /\} as const satisfies/,
      text: `  "${tag}": async () => (await import("../${code}.js")).${Class},\n`,
    },
    {
      path: "packages/widgets/src/pure.ts",
      before: /export \{ TAG_NAMES/,
      text: `export type { ${Class} } from "./${code}.js";\nexport type { ${Class}StartedEvent } from "./${code}.events.js";\n`,
    },
    {
      path: "packages/widgets/src/react/elements.ts",
      before: /\} as const satisfies/,
      text: `  "${tag}": {\n    attributes: FRAME,\n    properties: [],\n    events: ["${tag}-started"],\n  },\n`,
    },
    {
      path: "packages/widgets/src/react/index.ts",
      text: `\n/** \`<${tag}>\`; its children stand in its foot, and show until it is ready. */\nexport const ${Class}: FunctionComponent<KithProps<"${tag}">> = component("${tag}", "${Class}");\n`,
    },
    {
      path: "packages/widgets/README.md",
      before: /\n## On a page/,
      text: `- [\`<${tag}>\`](src/${code}.md), say in a few words what it is for\n`,
    },
  ];
}

/** The file with the entry in it. */
export function wired(source: string, { path, before, text }: Entry): string {
  if (!before) return source + text;
  const at = source.search(before);
  if (at < 0) throw new Error(`${path} has no place any more where an element is entered.`);
  return source.slice(0, at) + text + source.slice(at);
}
