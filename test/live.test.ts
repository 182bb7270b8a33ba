import { kithServer, mintMemberToken } from "@kith/sdk/server";
import type { Page, WebSocket } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPartner } from "../packages/gateway/src/features/partners/create-partner.js";
import { openDatabase } from "../packages/gateway/src/platform/database/database.js";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";
import { buildWidgets } from "../packages/widgets/src/testing/testing-build.js";
import { expectVisible, openBrowser, type Pages, type TestPage } from "../packages/widgets/src/testing/testing-page.js";
import { partnerSite, type Site } from "../packages/widgets/src/testing/testing-site.js";

// Two people in browsers of their own: nobody reloads, and nobody comes back to a page.
let gateway: TestGateway;
let site: Site;
let pages: Pages;
let visit: (externalId: string, elements: string) => Promise<TestPage & { sockets: WebSocket[] }>;

beforeAll(async () => {
  gateway = await testGateway({ config: { assets: await buildWidgets() } });
  site = await partnerSite(gateway.url);
  pages = await openBrowser();
  const database = openDatabase({ url: gateway.databaseUrl, poolSize: 1, statementTimeoutMs: 5000, onError: () => {} });
  const partner = { name: "Harbour Clinic", origins: [site.url], matchingDial: "PEER_TO_PEER" } as const;
  const { partnerId, publishableKey, secretKey, signingKey } = await createPartner(
    database,
    gateway.config.encryptionKey,
    partner,
  );
  await database.close();
  const server = kithServer({ endpoint: gateway.url, secretKey });
  for (const displayName of ["Ann", "Ben"]) {
    await server.members.upsert({ externalId: displayName, displayName, ageBand: "ADULT", languages: ["en"] });
  }
  visit = async (externalId, elements) => {
    const calls = site.tokenCalls.length;
    site.token = () => mintMemberToken({ partnerId, signingKey, externalId });
    const opened = await pages.open(site.show("<p>Not yet</p>"));
    const sockets: WebSocket[] = [];
    opened.page.on("websocket", (socket) => sockets.push(socket));
    const session = `<kith-session publishable-key="${publishableKey}" token-url="/kith-token"></kith-session>`;
    await opened.page.goto(site.show(session + elements));
    await expect.poll(() => site.tokenCalls.length).toBe(calls + 1);
    return { ...opened, sockets };
  };
});
afterAll(async () => {
  await pages?.close();
  await site?.stop();
  await gateway?.stop();
});

const BOARD = "<kith-support-board></kith-support-board>";
const EXCHANGES = "<kith-exchanges></kith-exchanges>";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** The pointer is put where it is about to press nothing. */
const restPointer = (page: Page) => page.mouse.move(0, 0);

async function offer(page: Page, title: string): Promise<void> {
  await button(page, "Offer support").first().click();
  await page.getByRole("checkbox", { name: /Listening/ }).check();
  await page.getByLabel("In a few words").fill(title);
  await button(page, "Open this offer").click();
  await page.getByRole("heading", { name: title }).waitFor();
}

describe("what somebody else does", () => {
  it("is seen by the other side at once, on one socket however many elements there are", async () => {
    const ben = await visit("Ben", BOARD + EXCHANGES);
    await expectVisible(ben.page.getByText("Nobody has offered support here yet."));
    const ann = await visit("Ann", BOARD);
    await offer(ann.page, "I can listen");

    // A new offer comes to whoever may see it.
    await button(ben.page, "Ask Ann").click();
    await restPointer(ben.page);
    await expectVisible(ann.page.getByText("1 waits for you"));
    await expectVisible(region(ann.page, "Waiting for your answer"));

    await button(ann.page, "Accept").click();
    await expectVisible(ben.page.getByText("You and Ann said yes."));
    await expectVisible(region(ben.page, "Going on").getByText("You and Ann"));
    const status = ben.page.locator("kith-exchanges").getByRole("status");
    await expect.poll(() => status.innerText()).toContain("Something here has changed.");
    for (const { sockets, expectSound } of [ann, ben]) {
      expect(sockets).toHaveLength(1);
      await expectSound();
    }
  });

  it("moves nothing while a question is open, says that it waits, and shows it then", async () => {
    const ben = await visit("Ben", EXCHANGES);
    const ann = await visit("Ann", EXCHANGES);
    await button(ben.page, "End this").click();
    await restPointer(ben.page);
    await expectVisible(ben.page.getByText("End this, for both of you?"));
    await button(ann.page, "We are done").click();
    await button(ann.page, "We are done").click();
    await expect.poll(() => region(ann.page, "Going on").count()).toBe(0);

    await expectVisible(ben.page.getByText("You will see it when you move on.").last());
    await expectVisible(ben.page.getByText("End this, for both of you?"));
    await button(ben.page, "Leave it as it is").click();
    await restPointer(ben.page);
    await ben.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await expectVisible(ben.page.getByText("Nothing between you and others yet."));
    await ben.expectSound();
  });

  it("holds no socket for elements that are gone, and another when one is back", async () => {
    const { page, sockets } = await visit("Ben", EXCHANGES);
    await expect.poll(() => sockets.length).toBe(1);
    await expectVisible(page.getByText("Nothing between you and others yet."));
    const gone = await page.evaluateHandle(() => {
      const element = document.querySelector("kith-exchanges");
      element?.remove();
      return element;
    });
    await expect.poll(() => sockets[0]?.isClosed()).toBe(true);
    await gone.evaluate((element) => element && document.body.append(element));
    await expect.poll(() => sockets.filter((socket) => !socket.isClosed()).length).toBe(1);
    await page.locator("kith-session").evaluate((session) => (session as HTMLElement & { signOut(): void }).signOut());
    await expect.poll(() => sockets.filter((socket) => !socket.isClosed()).length).toBe(0);
  });

  it("is let go of while the page is long in the background, and taken up on return", async () => {
    const { page, sockets } = await visit("Ben", EXCHANGES);
    const open = () => sockets.filter((socket) => !socket.isClosed()).length;
    await expect.poll(open).toBe(1);
    await expectVisible(page.getByText("Nothing between you and others yet."));
    await page.clock.install();
    const become = (state: string) =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, "visibilityState", { value: visibility, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, state);
    await become("hidden");
    await page.clock.fastForward(50_000);
    expect(open()).toBe(1);
    await page.clock.fastForward(15_000);
    await expect.poll(open).toBe(0);
    await become("visible");
    await expect.poll(open).toBe(1);
  });

  it("is seen on return where the page's policy lets no socket through, which is tried once", async () => {
    const policy = `default-src 'none'; script-src ${gateway.url}; style-src 'self'; connect-src 'self' ${gateway.url}`;
    const ben = await visit("Ben", "");
    const address = site.show(
      `${await ben.page.evaluate(() => document.querySelector("kith-session")?.outerHTML)}${EXCHANGES}`,
      { policy },
    );
    await ben.page.goto(address);
    await expectVisible(ben.page.getByText("Nothing between you and others yet."));
    await ben.page.waitForTimeout(3_000);
    const violations = await ben.page.evaluate(() => window.kithViolations);
    expect(violations.filter((breach) => breach.includes("ws:"))).toHaveLength(1);
  });
});
