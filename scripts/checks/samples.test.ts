import { expect, test } from "vitest";
import { faultsOf } from "./samples.ts";
import { samplesOf } from "./samples-of.ts";

const fence = "```";
const page = (...lines: string[]) => faultsOf(samplesOf("docs/planted.md", lines.join("\n")));

test("a sample that does not compile is named with its page and line", { timeout: 60_000 }, () => {
  const good = [`${fence}ts`, 'import { createKith } from "@kith/sdk";', 'createKith({ endpoint: "/" });', fence];
  const bad = [`${fence}ts [Browser]`, 'import { createKiht } from "@kith/sdk";', "createKiht();", fence];
  const loose = [
    `  ${fence}js`,
    '  import { mintMemberToken } from "@kith/sdk/server";',
    "  mintMemberToken();",
    `  ${fence}`,
  ];
  const faults = page("# Planted", "", ...good, ...bad, ...loose);
  expect(faults).toHaveLength(2);
  expect(faults.find((fault) => fault.startsWith("docs/planted.md:8 "))).toContain("createKiht");
  expect(faults.find((fault) => fault.startsWith("docs/planted.md:13 "))).toContain("Expected 1 argument");
});

test("what a sample takes as given counts for that sample alone", { timeout: 60_000 }, () => {
  const sample = [`${fence}ts`, "console.log(kid.length);", fence];
  expect(page("<!-- given: declare const kid: string; -->", "", ...sample, "", ...sample)).toEqual([
    expect.stringMatching(/^docs\/planted\.md:8 .*'kid'/),
  ]);
});

test("a query of what the schema has not, and JSON that is none, are told", () => {
  expect(page(`${fence}graphql`, "{ viewer { member { email } } }", fence)).toEqual([
    expect.stringMatching(/^docs\/planted\.md:2 .*"email"/),
  ]);
  expect(page(`${fence}json`, "{ data: null }", fence)).toHaveLength(1);
  expect(page(`${fence}graphql`, "{ viewer { member { id } } }", fence, `${fence}json`, "{}", fence)).toEqual([]);
});
