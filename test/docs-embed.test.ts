import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { mintMemberToken } from "@kith/sdk/server";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";
import { launchBrowser } from "./browser.ts";

const built = fileURLToPath(new URL("../packages/widgets/dist/browser", import.meta.url));
let gateway: TestGateway;
let browser: Browser;
let guide: string;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([testGateway(), launchBrowser()]);
  guide = await readFile(new URL("../docs/guide/embed.md", import.meta.url), "utf8");
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

/** The guide's policy for who serves the script themselves, with its line on Trusted Types. */
function policy(): string {
  const lines = [...guide.matchAll(/```text\n(.*)\n```/g)].map(([, line = ""]) => line);
  return lines.join("; ").replace("script-src https://kith.example", "script-src 'self'");
}

/** The guide's page with the script from the page's own host, pinned to this hash. */
async function open(integrity: string): Promise<{ page: Page; complaints: string[] }> {
  const { origin, publishableKey, partnerId, signingKey } = gateway.partners[0];
  const [, block = ""] = /<!-- tested: self-hosted -->\s+```html\n([^]*?)```/.exec(guide) ?? [];
  const html = `<!doctype html><html lang="en">${block.replace("sha384-…", integrity).replace("pk_…", publishableKey)}`;
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", ({ message }) => complaints.push(message));
  await page.route("https://kith.example/**", async (route) => {
    const request = route.request();
    const { status, headers, text } = await gateway.fetch(new URL(request.url()).pathname, {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    await route.fulfill({ status, headers: Object.fromEntries(headers), body: text });
  });
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path.startsWith("/kith/")) return route.fulfill({ path: built + path.slice("/kith".length) });
    if (path === "/kith-token") {
      const token = await mintMemberToken({ partnerId, signingKey, externalId: "patient-42" });
      return route.fulfill({ json: { token } });
    }
    return route.fulfill({ contentType: "text/html", headers: { "content-security-policy": policy() }, body: html });
  });
  await page.goto(`${origin}/`);
  return { page, complaints };
}

test("the self-hosted script of the guide, pinned, works under the guide's strict policy", async () => {
  expect(policy()).toContain("require-trusted-types-for 'script'");
  const script = await readFile(`${built}/kith.js`);
  const { page, complaints } = await open(`sha384-${createHash("sha384").update(script).digest("base64")}`);
  await page.getByRole("radiogroup", { name: "How is your mood?" }).waitFor();
  await page.getByRole("radiogroup", { name: "How is your mood?" }).getByText("Good", { exact: true }).click();
  await page.getByRole("button", { name: "Save today" }).click();
  await page.getByText("Saved").first().waitFor();
  expect(complaints).toEqual([]);
  await page.close();
});

test("a script that is not the pinned one never runs, and the crisis link is there", async () => {
  const { page, complaints } = await open(`sha384-${createHash("sha384").update("another").digest("base64")}`);
  await page.getByRole("link", { name: "In crisis? Find a helpline" }).waitFor();
  expect(await page.evaluate(() => document.querySelector("kith-check-in:defined"))).toBeNull();
  expect(complaints.join()).toContain("integrity");
  await page.close();
});
