import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { VARIABLES } from "./config.js";
import { testGateway } from "./platform/http/testing.js";

const page = readFile(new URL("../../../docs/operating/running.md", import.meta.url), "utf8");
const inTable = async (name: RegExp) =>
  [...(await page).matchAll(/^\| `([^`]+)`/gm)].map(([, first]) => first ?? "").filter((first) => name.test(first));

test("every variable that is read is in the table of settings, and no other", async () => {
  expect((await inTable(/^[A-Z][A-Z_]+$/)).sort()).toEqual([...VARIABLES].sort());
});

test("every metric of ours is in the table of metrics, and no other", async () => {
  const gateway = await testGateway();
  await gateway.graphql("{ partner { id } }", {}, { as: gateway.partners[0].publishableKey });
  const { text } = await gateway.fetch("/metrics");
  await gateway.stop();
  const kept = [...text.matchAll(/^# TYPE (kith_\w+)/gm)].map(([, name]) => name);
  expect((await inTable(/^kith_/)).sort()).toEqual(kept.sort());
});
