import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { EdgeVM } from "@edge-runtime/vm";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";
import { launchBrowser } from "./browser.ts";
import { ownPartner } from "./own-partner.ts";
import { bundled, type PartnerPage, partnerPage } from "./partner-page.ts";
import type { Seen } from "./sdk-anywhere/scenario.ts";

// The built SDK doing the same in each place where partners' code runs, with a gateway.
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);
const ENTRY = "sdk-anywhere/scenario.ts";
let gateway: TestGateway;
let site: PartnerPage;
let browser: Browser;
let token: string;

beforeAll(async () => {
  await run("npm", ["run", "--silent", "build"], { cwd: ROOT });
  const start = `import { scenario } from "/app.js"; window.scenario = scenario;`;
  // Bundling keeps this process busy for longer than a connection is waited for.
  [site, browser] = await Promise.all([partnerPage(ENTRY, start, "built"), launchBrowser()]);
  gateway = await testGateway();
  const partner = await ownPartner(gateway, site.origin);
  await partner.server.members.upsert({ externalId: "ada", displayName: "Ada" });
  token = await partner.tokenOf("ada");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await gateway?.stop();
});

const all: Seen = { name: "Ada", kept: true, refused: "NOT_FOUND", live: "READY" };

test("in Node", async () => {
  // Inside the repository, where the packages are found by their names as they were built.
  const folder = await mkdtemp(join(ROOT, "node_modules/.cache/kith-anywhere-"));
  try {
    const [main] = await bundled(ENTRY, "built", "iife");
    const call = `partner.scenario(${JSON.stringify(gateway.url)}, ${JSON.stringify(token)})`;
    await writeFile(join(folder, "main.mjs"), `${main?.code}\nconsole.log(JSON.stringify(await ${call}));`);
    const { stdout } = await run(process.execPath, [join(folder, "main.mjs")], { timeout: 20_000 });
    expect(JSON.parse(stdout)).toEqual(all);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("in a page of a partner's site", async () => {
  const page = await browser.newPage();
  await page.goto(site.origin);
  await page.waitForFunction(() => "scenario" in window);
  const seen = await page.evaluate(
    ([endpoint, token]) =>
      (window as unknown as { scenario: (...given: string[]) => Promise<Seen> }).scenario(endpoint, token),
    [gateway.url, token] as const,
  );
  expect(seen).toEqual(all);
  await page.close();
});

test("in a worker of that page, where there is no document", async () => {
  const page = await browser.newPage();
  await page.goto(site.origin);
  const seen = await page.evaluate(
    ([endpoint, token]) =>
      new Promise((resolve, reject) => {
        const code = `import { scenario } from "${location.origin}/app.js";
          postMessage(await scenario(${JSON.stringify(endpoint)}, ${JSON.stringify(token)}));`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), {
          type: "module",
        });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      }),
    [gateway.url, token] as const,
  );
  expect(seen).toEqual(all);
  await page.close();
});

test("at the edge, where there is what the web has and nothing of Node", async () => {
  const [main] = await bundled(ENTRY, "built", "iife");
  const edge = new EdgeVM();
  expect(edge.evaluate("[typeof process, typeof require, typeof Buffer, typeof document].join()")).toBe(
    "undefined,undefined,undefined,undefined",
  );
  edge.evaluate(`${main?.code}\nglobalThis.partner = partner;`);
  const seen = await edge.evaluate(`partner.scenario(${JSON.stringify(gateway.url)}, ${JSON.stringify(token)})`);
  expect({ ...seen }).toEqual(all);
});
