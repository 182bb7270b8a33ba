import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TAG_NAMES } from "../tag-names.js";
import { ELEMENTS } from "./elements.js";
import * as components from "./index.js";

const SOURCES = fileURLToPath(new URL("../", import.meta.url));

describe("the React components", () => {
  it("leave no element out", () => {
    const names = TAG_NAMES.map((tag) => tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()));
    expect(Object.keys(components).toSorted()).toEqual(names.toSorted());
  });

  it.each(TAG_NAMES)("take and tell what <%s> says of itself", (tag) => {
    const [path = ""] = globSync(`**/${tag}/${tag}.ts`, { cwd: SOURCES });
    const source = readFileSync(SOURCES + path, "utf8");
    const said = (what: string) =>
      [...source.matchAll(new RegExp(`\\* @${what} ([\\w-]+)`, "g"))].map(([, name]) => name);
    const { attributes, events } = ELEMENTS[tag];
    expect([...attributes].toSorted()).toEqual(said("attr").toSorted());
    expect([...events].toSorted()).toEqual(said("fires").toSorted());
  });
});
