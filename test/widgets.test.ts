import { kithServer, mintMemberToken } from "@kith/sdk/server";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPartner } from "../packages/gateway/src/features/partners/create-partner.js";
import { openDatabase } from "../packages/gateway/src/platform/database/database.js";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";
import { buildWidgets } from "../packages/widgets/src/testing/testing-build.js";
import { expectVisible, openBrowser, type Pages, type TestPage } from "../packages/widgets/src/testing/testing-page.js";
import { partnerSite, type Site } from "../packages/widgets/src/testing/testing-site.js";

// What other tests put in the mouth of a stand-in is said here by a gateway, between people in browsers of their own.
let gateway: TestGateway;
let site: Site;
let pages: Pages;
let visit: (externalId: string, element: string) => Promise<TestPage>;

beforeAll(async () => {
  gateway = await testGateway({ config: { assets: await buildWidgets() } });
  site = await partnerSite(gateway.url);
  pages = await openBrowser();
  const database = openDatabase({ url: gateway.databaseUrl, poolSize: 1, statementTimeoutMs: 5000, onError: () => {} });
  const { partnerId, publishableKey, secretKey, signingKey } = await createPartner(
    database,
    gateway.config.encryptionKey,
    {
      name: "Harbour Clinic",
      origins: [site.url],
      matchingDial: "PEER_TO_PEER",
    },
  );
  await database.close();
  const server = kithServer({ endpoint: gateway.url, secretKey });
  for (const displayName of ["Ann", "Ben", "Cem"]) {
    await server.members.upsert({ externalId: displayName, displayName, ageBand: "ADULT", languages: ["en"] });
  }
  visit = async (externalId, element) => {
    const calls = site.tokenCalls.length;
    site.token = () => mintMemberToken({ partnerId, signingKey, externalId });
    const session = `<kith-session publishable-key="${publishableKey}" token-url="/kith-token"></kith-session>`;
    const opened = await pages.open(site.show(`${session}<${element}></${element}>`));
    // Before the next visitor is the one whom the site gives a token to.
    await expect.poll(() => site.tokenCalls.length).toBe(calls + 1);
    return opened;
  };
});
afterAll(async () => {
  await pages?.close();
  await site?.stop();
  await gateway?.stop();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const card = (page: Page, text: string) => page.getByRole("listitem").filter({ hasText: text });
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

describe("with a gateway", () => {
  it("an offer goes from who gives to who asks, and one place is given once", async () => {
    const ann = await visit("Ann", "kith-support-board");
    await button(ann.page, "Offer support").first().click();
    await ann.page.getByRole("checkbox", { name: /Listening/ }).check();
    await ann.page.getByLabel("In a few words").fill("I can listen");
    await button(ann.page, "Open this offer").click();
    await expectVisible(ann.page.getByText("Open: people can ask. 0 of 1 place taken."));

    const [ben, cem] = [await visit("Ben", "kith-support-board"), await visit("Cem", "kith-support-board")];
    for (const { page } of [ben, cem]) {
      await button(page, "Ask Ann").click();
      await expectVisible(card(page, "I can listen").getByText("You asked Ann."));
    }

    await ann.page.waitForTimeout(1_000);
    await comeBack(ann.page);
    await card(ann.page, "Ben asks for your support").getByRole("button", { name: "Accept" }).click();
    await expectVisible(card(ann.page, "You and Ben"));
    await card(ann.page, "Cem asks for your support").getByRole("button", { name: "Accept" }).click();
    await expectVisible(ann.page.getByText("Every place of this offer is taken."));
    await card(ann.page, "Cem asks for your support").getByRole("button", { name: "Not now" }).click();
    await expect.poll(() => card(ann.page, "Cem").count()).toBe(0);

    await button(cem.page, "Yours").click();
    await button(cem.page, "Earlier").click();
    await expectVisible(cem.page.getByText("The answer on"));

    await button(ben.page, "Yours").click();
    await button(ben.page, "We are done").click();
    await expectVisible(ben.page.getByText("Mark this as done, for both of you?"));
    await button(ben.page, "We are done").click();
    await expect.poll(() => button(ben.page, "We are done").count()).toBe(0);

    const told = async (person: TestPage) =>
      (await person.events()).map(({ type, detail }) => [type, (detail as { state?: string }).state]);
    expect(await told(ann)).toEqual([
      ["kith-support-offer-created", undefined],
      ["kith-exchange-changed", "ACCEPTED"],
      ["kith-exchange-changed", "DECLINED"],
    ]);
    await expect
      .poll(() => told(ben))
      .toEqual([
        ["kith-exchange-changed", "PROPOSED"],
        ["kith-exchange-changed", "COMPLETED"],
      ]);
    for (const person of [ann, ben, cem]) await person.expectSound();
  });

  it("an offer that rests is not found, and is when it is open again", async () => {
    const ann = await visit("Ann", "kith-support-board");
    await button(ann.page, "Yours").click();
    await button(ann.page, "Pause").click();
    await expectVisible(button(ann.page, "Resume"));
    const ben = await visit("Ben", "kith-support-board");
    await expectVisible(ben.page.getByText("Nobody has offered support here yet."));
    await button(ann.page, "Resume").click();
    await expectVisible(button(ann.page, "Pause"));
    await comeBack(ben.page);
    await expectVisible(button(ben.page, "Ask Ann"));
    await button(ann.page, "Close for good").click();
    await button(ann.page, "Close for good").click();
    await expect.poll(() => button(ann.page, "Close for good").count()).toBe(0);
  });

  it("a check-in is saved for today, and its course shows", async () => {
    const { page, events, expectSound } = await visit("Ann", "kith-check-in");
    await page.getByRole("radiogroup", { name: "How is your mood?" }).getByText("Good", { exact: true }).click();
    await page.getByRole("radiogroup", { name: "Did someone support you today?" }).getByText("Yes").click();
    await button(page, "Save today").click();
    await expectVisible(page.getByRole("heading", { name: "Today is saved" }));
    await expectVisible(
      page.getByRole("img", { name: /Mood over the last four weeks, answered on one day\..*“Good”\.$/ }),
    );
    await expectVisible(page.getByText("Someone supported you on this day"));
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Madrid" }).format(new Date());
    expect(await events()).toMatchObject([{ type: "kith-check-in-recorded", detail: { day: today } }]);
    await expectSound();
  });

  it("a page that is not the partner's gets nothing", async () => {
    const other = await partnerSite(gateway.url);
    try {
      other.token = site.token;
      const { page } = await pages.open(
        other.show(`<kith-session token-url="/kith-token"></kith-session><kith-support-board></kith-support-board>`),
      );
      await expectVisible(page.getByRole("alert").getByText("This is not open to you right now."));
    } finally {
      await other.stop();
    }
  });
});
