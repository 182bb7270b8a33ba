import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { kithServer } from "@kith/sdk/server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestHome, testHome, twoFreePorts } from "../scripts/start/testing.ts";
import { launchBrowser } from "./browser.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const sample = (name: string) => readFile(new URL(`../docs/samples/${name}`, import.meta.url), "utf8");
let home: TestHome;
let browser: Browser;
let server: ChildProcess | undefined;

beforeAll(async () => {
  [home, browser] = await Promise.all([testHome(), launchBrowser()]);
  await home.start();
}, 180_000);
afterAll(async () => {
  server?.kill();
  await browser.close();
  await home.end();
});

test("whoever follows the README has a check-in on a page of their own", { timeout: 60_000 }, async () => {
  const ownPort = await twoFreePorts();
  const own = `http://localhost:${ownPort}`;
  const keys = join(home.folder, "my-clinic.json");
  await writeFile(keys, await home.kith("partner", "create", "My clinic", "--origin", own, "--json"));
  const asHere = (code: string) =>
    code
      .replaceAll("localhost:4000", `localhost:${home.port}`)
      .replaceAll("8080", String(ownPort))
      .replaceAll('".kith/my-clinic.json"', JSON.stringify(keys));
  const run = (code: string) =>
    spawn(process.execPath, ["--input-type=module", "--eval", asHere(code)], { cwd: root, stdio: "inherit" });

  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(code).toBe(await sample("my-clinic.mjs"));
  server = run(code);
  await expect
    .poll(
      () =>
        fetch(own).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);

  const page = await browser.newPage();
  await page.goto(own);
  await page.getByRole("radiogroup", { name: "How is your mood?" }).getByText("Good", { exact: true }).click();
  const recorded = page.evaluate(
    () => new Promise((resolve) => addEventListener("kith-check-in-recorded", resolve, { once: true })),
  );
  await page.getByRole("button", { name: "Save today" }).click();
  await recorded;

  const [said] = await once(run(await sample("say-who.mjs")), "exit");
  expect(said).toBe(0);
  const { secretKey } = JSON.parse(await readFile(keys, "utf8"));
  const kith = kithServer({ endpoint: `http://localhost:${home.port}`, secretKey });
  expect(await kith.members.get({ externalId: "patient-42" })).toMatchObject({ displayName: "Ada", ageBand: "ADULT" });
  const { nodes } = await kith.actingFor({ externalId: "patient-42" }).pulseCheckIns.list();
  expect(nodes).toMatchObject([{ mood: 4, strain: null }]);
});
