import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { kithServer } from "@kith/sdk/server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestHome, testHome, twoFreePorts } from "../scripts/start/testing.ts";
import { launchBrowser } from "./browser.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
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
  const created = await home.kith("partner", "create", "My clinic", "--origin", own, "--json");
  const { partnerId, publishableKey, secretKey, signingKey } = JSON.parse(created);

  const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
  const [, code = ""] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const here = code.replaceAll("localhost:4000", `localhost:${home.port}`).replaceAll("8080", String(ownPort));
  server = spawn(process.execPath, ["--input-type=module", "--eval", here], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      KITH_PARTNER_ID: partnerId,
      KITH_PUBLISHABLE_KEY: publishableKey,
      KITH_SIGNING_KID: signingKey.kid,
      KITH_SIGNING_SECRET: signingKey.secret,
    },
  });
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

  const kith = kithServer({ endpoint: `http://localhost:${home.port}`, secretKey });
  const { nodes } = await kith.actingFor({ externalId: "patient-42" }).pulseCheckIns.list();
  expect(nodes).toMatchObject([{ mood: 4, strain: null }]);
});
