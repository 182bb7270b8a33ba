import type { Plugin } from "vite";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Takes the indentation out of `html`, `svg` and `css` templates, which minifiers leave alone. */
export function tightTemplates(): Plugin {
  return {
    name: "kith-tight-templates",
    enforce: "post",
    apply: "build",
    transform(code, id) {
      if (id.includes("node_modules") || !/\b(?:html|svg|css)`/.test(code)) return null;
      const edits: Edit[] = [];
      collect(this.parse(code) as unknown as Node, code, edits);
      edits.sort((a, b) => b.start - a.start);
      return {
        code: edits.reduce((text, { start, end, text: tight }) => text.slice(0, start) + tight + text.slice(end), code),
        map: null,
      };
    },
  };
}

function collect(node: Node, code: string, edits: Edit[]): void {
  if (node.type === "TaggedTemplateExpression") {
    const tag = (node["tag"] as Node & { name?: string }).name;
    const tighten = tag === "css" ? tightCss : tag === "html" || tag === "svg" ? tightMarkup : null;
    if (tighten) {
      for (const { start, end } of (node["quasi"] as { quasis: Node[] }).quasis) {
        edits.push({ start, end, text: tighten(code.slice(start, end)) });
      }
    }
  }
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child?.type === "string") collect(child as Node, code, edits);
    }
  }
}

function tightMarkup(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

function tightCss(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/([(:]) /g, "$1")
    .replace(/ \)/g, ")")
    .replace(/\b0\./g, ".")
    .replace(/;}/g, "}")
    .trim();
}
