import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { filledIn, widgetNames } from "./new-widget/names.ts";
import { entries, wired } from "./new-widget/wire.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const TEMPLATES = fileURLToPath(new URL("new-widget/templates/", import.meta.url));

/** Makes an element that works, speaks six languages and passes every check; its author then makes it into theirs. */
function main(): void {
  const list = readFileSync(join(ROOT, "packages/widgets/src/tag-names.ts"), "utf8");
  const taken = [...list.matchAll(/"(kith-[a-z-]+)"/g)].flatMap(([, tag = ""]) => tag);
  const names = widgetNames(process.argv.slice(2), taken);
  const folder = `packages/widgets/src/${names.feature}/${names.tag}`;
  const made: string[] = [];
  const write = (path: string, text: string) => {
    made.push(path);
    writeFileSync(join(ROOT, path), text);
  };

  mkdirSync(join(ROOT, folder), { recursive: true });
  for (const template of readdirSync(TEMPLATES)) {
    const text = filledIn(readFileSync(join(TEMPLATES, template), "utf8"), names);
    write(`${folder}/${fileFor(basename(template, ".txt"), names.tag)}`, text);
  }
  write(`docs/elements/${names.tag}.md`, `<!--@include: ../../${folder}/${names.tag}.md-->\n`);
  for (const entry of entries(names)) write(entry.path, wired(readFileSync(join(ROOT, entry.path), "utf8"), entry));
  execFileSync("biome", ["check", "--write", "--log-level=error", ...made], { cwd: ROOT, stdio: "inherit" });

  console.log(`Made <${names.tag}> in ${folder}. Next:
- say what it is for, in ${names.tag}.ts, ${names.tag}.md and the README of the widgets
- write its words in strings.en.ts and the five others, and its states in testing-states.ts
- npm run gallery shows it; npm test holds it to what all elements keep`);
}

/** `element.ts` is named like the tag, and so is what belongs to it; words and states are named alike everywhere. */
function fileFor(template: string, tag: string): string {
  if (template === "element.ts") return `${tag}.ts`;
  if (template === "page.md") return `${tag}.md`;
  return /^(?:styles|events|test)\./.test(template) ? `${tag}.${template}` : template;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error("As in: npm run new:widget -- members kith-network");
  process.exitCode = 1;
}
