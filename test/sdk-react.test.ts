import { createKith } from "@kith/sdk";
import { KithProvider } from "@kith/sdk/react";
import type { KithServer } from "@kith/sdk/server";
import type { Browser, Page } from "playwright-core";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";
import { launchBrowser } from "./browser.ts";
import { ownPartner } from "./own-partner.ts";
import { type PartnerPage, partnerPage } from "./partner-page.ts";
import { Board, Exchanges } from "./sdk-react/app.ts";

let gateway: TestGateway;
let site: PartnerPage;
let browser: Browser;
let server: KithServer;
let communityId: string;
const open: Page[] = [];

beforeAll(async () => {
  const started = `import { start } from "/app.js"; start(document.getElementById("app"), ENDPOINT);`;
  // Bundling keeps this process busy for longer than a connection is waited for.
  [site, browser] = await Promise.all([partnerPage("sdk-react/app.ts", started), launchBrowser()]);
  gateway = await testGateway();
  const partner = await ownPartner(gateway, site.origin);
  site.serve({ endpoint: gateway.url, tokenOf: partner.tokenOf });
  server = partner.server;
  communityId = (await server.communities.create({ name: "One" })).id;
  for (const name of ["Two", "Three"]) await server.communities.create({ name });
  for (const externalId of ["ada", "ben"]) {
    await server.members.upsert({ externalId, displayName: externalId, ageBand: "ADULT" });
    await server.actingFor({ externalId }).communities.join(communityId);
  }
}, 90_000);
afterEach(() => Promise.all(open.splice(0).map((page) => page.close())));
afterAll(async () => {
  await browser?.close();
  await site?.close();
  await gateway?.stop();
});

async function visit(as: string): Promise<Page> {
  const page = await browser.newPage();
  open.push(page);
  page.setDefaultTimeout(10_000);
  await page.addInitScript(() => {
    const Real = WebSocket;
    const sockets: WebSocket[] = [];
    Object.assign(window, { sockets });
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        sockets.push(this);
      }
    };
  });
  await page.goto(`${site.origin}/?as=${as}`);
  await page.waitForFunction(() => "app" in window);
  return page;
}

const show = (page: Page, ...parts: Parameters<Window["app"]["show"]>) =>
  page.evaluate((parts) => window.app.show(...parts), parts);
const troubles = (page: Page) => page.evaluate(() => window.app.troubles);
const openSockets = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { sockets: WebSocket[] }).sockets.filter(({ readyState }) => readyState < 2).length,
  );
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

describe("the hooks, in strict mode, in a browser, with a gateway", () => {
  test("both sides see each step as it happens, over one socket each, which goes with them", async () => {
    const [ada, ben] = [await visit("ada"), await visit("ben")];
    for (const page of [ada, ben]) await show(page, ["Board", { communityId }], ["Exchanges"]);
    await ada.getByRole("heading", { name: "Offers" }).waitFor();
    await expect.poll(() => openSockets(ben)).toBe(1);
    const offer = await server.actingFor({ externalId: "ada" }).supportOffers.create({
      kinds: ["EMOTIONAL"],
      title: "Tea and time",
      communityId,
    });
    await button(ben, "Ask for Tea and time").click();
    await ada.getByText("Tea and time: PROPOSED").waitFor();
    await button(ada, "Accept").click();
    await ben.getByText("Tea and time: ACCEPTED").waitFor();
    await server.actingFor({ externalId: "ada" }).supportOffers.pause(offer.id);
    await expect.poll(() => ben.getByRole("listitem").count(), { timeout: 10_000 }).toBe(0);
    for (const page of [ada, ben]) {
      expect(await openSockets(page)).toBe(1);
      await page.evaluate(() => window.app.leave());
      await expect.poll(() => openSockets(page)).toBe(0);
      expect(await troubles(page)).toEqual([]);
    }
  });

  test("a list grows page by page", async () => {
    const page = await visit("ada");
    await show(page, ["Communities"]);
    const names = page.getByRole("list", { name: "Communities" }).getByRole("listitem");
    await button(page, "More communities").click();
    await expect.poll(() => names.allTextContents()).toEqual(["Three", "Two", "One"]);
    expect(await button(page, "More communities").count()).toBe(0);
    expect(await troubles(page)).toEqual([]);
  });

  test("what was pressed twice, or again after it was lost, takes effect once", async () => {
    const page = await visit("ada");
    await show(page, ["Offering"]);
    await page.evaluate(() => {
      window.app.losing = 1;
    });
    await button(page, "Offer").click();
    await page.getByText("UNAVAILABLE").waitFor();
    await button(page, "Offer").dblclick();
    await page.getByText("Twice pressed").waitFor();
    const keys = await page.evaluate(() => window.app.keys);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    const mine = await server.actingFor({ externalId: "ada" }).supportOffers.mine.list();
    expect(mine.nodes.filter(({ title }) => title === "Twice pressed")).toHaveLength(1);
    await button(page, "Offer").click();
    await expect.poll(() => page.evaluate(() => new Set(window.app.keys).size)).toBe(2);
  });
});

describe("a question", () => {
  test("whose answer comes late does not show under the next, and is not waited for", async () => {
    const page = await visit("ada");
    await page.evaluate(() => {
      window.app.answer = (name, signal) =>
        new Promise((resolve) => {
          setTimeout(resolve, name === "slow" ? 500 : 50, `${name} ${signal?.aborted}`);
          signal?.addEventListener("abort", () => window.app.keys.push(`${name} left`));
        });
    });
    await show(page, ["Answer", { name: "slow" }]);
    await page.getByText("asking, has undefined").waitFor();
    await show(page, ["Answer", { name: "fast" }]);
    await page.getByText("fast false").waitFor();
    await page.waitForTimeout(700);
    expect(await page.locator("output").textContent()).toBe("fast false");
    // Strict mode asks twice, and each that is left is told.
    expect(new Set(await page.evaluate(() => window.app.keys))).toEqual(new Set(["slow left"]));
  });

  test("asked anew keeps its answer meanwhile", async () => {
    const page = await visit("ada");
    await page.evaluate(() => {
      let count = 0;
      window.app.answer = () => new Promise((resolve) => setTimeout(resolve, 300, `answer ${++count}`));
    });
    await show(page, ["Answer", { name: "one" }]);
    const output = page.locator("output");
    await expect.poll(() => output.textContent()).toMatch(/^answer/);
    const before = await output.textContent();
    await button(page, "Again").click();
    expect(await output.textContent()).toBe(`asking, has ${before}`);
    await expect.poll(() => output.textContent()).toMatch(/^answer [23]$/);
  });

  test("that fails by a fault of the page's own reaches the error boundary", async () => {
    const page = await visit("ada");
    await page.evaluate(() => {
      window.app.answer = () => Promise.reject(new Error("a fault of ours"));
    });
    await show(page, ["Answer", { name: "one" }]);
    await expect.poll(() => page.getByRole("alert").textContent()).toBe("a fault of ours");
  });
});

describe("on a server", () => {
  const kith = createKith({ endpoint: "http://127.0.0.1:9", getToken: () => Promise.reject(new Error("was asked")) });

  test("what is still to be read is rendered as such, and nothing is asked for", () => {
    const board = createElement(Board, { communityId: "com_1" });
    expect(renderToString(createElement(KithProvider, { kith }, board))).toBe(
      "<section><h2>Offers</h2><p>Loading offers</p><ul></ul></section>",
    );
  });

  test("a hook without a provider says so", () => {
    expect(() => renderToString(createElement(Exchanges))).toThrow("There is no <KithProvider> above.");
  });
});
