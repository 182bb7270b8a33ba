import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesOf, ROOT } from "./files.ts";

const page = readFileSync(join(ROOT, "docs/design/index.md"), "utf8");
const styles = filesOf("packages/widgets/src")
  .filter((path) => path.endsWith(".styles.ts"))
  .map((path) => readFileSync(join(ROOT, path), "utf8"))
  .join("\n");
const docsPalette = readFileSync(join(ROOT, "docs/.vitepress/theme/palette.css"), "utf8");

const cellsOf = (row: string) => row.split("|").map((cell) => cell.trim().replaceAll("`", ""));
const rows = (pattern: RegExp) =>
  page
    .split("\n")
    .filter((row) => pattern.test(row))
    .map(cellsOf);

/** By the formula of WCAG 2.2. */
function contrast(one: string, other: string): string {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light + 0.05) / (dark + 0.05)).toFixed(1);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("the contrasts that the page claims are those of its colours, and they are the elements' own", () => {
  const tokens = rows(/^\| \w+ +\| `#/);
  expect(tokens.length).toBe(8);
  const [, , surfaceLight = "", surfaceDark = ""] = tokens[0] ?? [];
  for (const [, name, light = "", dark = "", , claimed] of tokens) {
    expect(styles, name).toContain(`light-dark(${light}, ${dark})`);
    if (claimed) expect(`${contrast(light, surfaceLight)} / ${contrast(dark, surfaceDark)}`, name).toBe(claimed);
  }
});

test("so are those of the kinds, and none is too faint to read", () => {
  const kinds = rows(/^\| `[A-Z]+` +\| \w/);
  expect(kinds).toHaveLength(4);
  for (const [, kind, , , light = "", dark = "", claimed] of kinds) {
    const [[ink = "", tint = ""], [darkInk = "", darkTint = ""]] = [light.split(" on "), dark.split(" on ")];
    expect(styles, kind).toContain(`light-dark(${ink}, ${darkInk})`);
    expect(styles, kind).toContain(`light-dark(${tint}, ${darkTint})`);
    const measured = [contrast(ink, tint), contrast(darkInk, darkTint)];
    expect(measured.join(" / "), kind).toBe(claimed);
    expect(Math.min(...measured.map(Number))).toBeGreaterThanOrEqual(4.5);
  }
});

test("the docs wear the same colours", () => {
  for (const [, name, light = "", dark = ""] of rows(/^\| \w+ +\| `#/)) {
    expect(docsPalette, name).toContain(light);
    expect(docsPalette, name).toContain(dark);
  }
});
