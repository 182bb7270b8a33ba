import type { SupportOffer } from "@kith/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anExchange, anOffer, listOf } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";

const MARKUP = `${SESSION}<kith-support-board></kith-support-board>`;

let kit: TestKit;
let offers: SupportOffer[];
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  offers = [anOffer(), anOffer({ title: "Forms and letters", kinds: ["INSTRUMENTAL"] })];
  kit.gateway.answers["SupportOffers"] = ({ variables: { filter, first, after } }) => {
    const wanted = offers.filter(({ kinds }) => !filter.kind || kinds.includes(filter.kind));
    const from = after ? Number(after.split("-")[1]) : 0;
    const page = listOf(wanted.slice(from, from + first), from + first < wanted.length);
    return { data: { supportOffers: { ...page, pageInfo: { ...page.pageInfo, endCursor: `at-${from + first}` } } } };
  };
});

const titles = (page: Page) => page.getByRole("heading", { level: 3 }).allInnerTexts();
const card = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
const focusedText = (page: Page) =>
  page.evaluate(() => {
    let here: Element | null = document.activeElement;
    while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
    return here?.textContent?.trim() ?? "";
  });

describe("<kith-support-board> in a narrow place", () => {
  it("has nothing that sticks out at 320 px, and only targets a thumb can hit", async () => {
    offers = [anOffer({ kinds: ["EMOTIONAL", "INFORMATIONAL"], title: "W".repeat(120), description: "i".repeat(400) })];
    const { page } = await kit.open(MARKUP, {}, { width: 320, height: 700 });
    await page.getByRole("button", { name: "Read on" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    for (const target of await page.locator("kith-support-board").locator("button, .foot a").all()) {
      expect((await target.boundingBox())?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
});

describe("in forced colours", () => {
  it("tells which part of the board is open from the one that is not", async () => {
    const { page } = await kit.open(MARKUP);
    await page.emulateMedia({ forcedColors: "active" });
    const tabs = page.locator("nav button");
    await tabs.first().waitFor();
    const lines = await tabs.evaluateAll((all) => all.map((tab) => getComputedStyle(tab).borderBottomColor));
    const canvas = await page.locator(".card").evaluate((card) => getComputedStyle(card).backgroundColor);
    expect(lines[0]).not.toBe(canvas);
    expect(lines[1]).toBe(canvas);
  });
});

describe("reading the board", () => {
  it("says of an offer who, in which languages, how, and for how many", async () => {
    offers = [
      anOffer({ community: { id: "com_1", name: "Carers" }, expiresAt: "2026-12-20T10:00:00+00:00" }),
      anOffer({ author: { id: "mbr_2", displayName: null }, languages: [], waysToMeet: ["MESSAGE"], seatsLeft: 0 }),
    ];
    const { page } = await kit.open(MARKUP);
    const lines = page.locator("li p.muted");
    await lines.first().waitFor();
    expect(await lines.allInnerTexts()).toEqual([
      "Rosa · in Carers · English, Spanish · by message or call · until 20 December · room for 2 people",
      "Someone here · by message · full for now",
    ]);
    expect(await page.getByRole("button", { name: "Ask for this" }).isVisible()).toBe(true);
  });

  it("filters by kind, and says how many were found to those who listen", async () => {
    const { page } = await kit.open(MARKUP);
    await card(page, "Forms and letters").waitFor();
    await page.getByRole("button", { name: "Hands-on" }).click();
    await expect.poll(() => titles(page)).toEqual(["Forms and letters"]);
    expect(await page.getByRole("button", { name: "Hands-on" }).getAttribute("aria-pressed")).toBe("true");
    await expect.poll(() => page.getByRole("status").first().innerText()).toBe("One offer shown.");
    await page.getByRole("button", { name: "Company" }).click();
    await page.getByText("Nobody offers this kind right now: Company.").waitFor();
    await page.getByRole("button", { name: "Show all kinds" }).click();
    await expect.poll(async () => (await titles(page)).length).toBe(2);
  });

  it("shows one community's offers alone where the page asks for that", async () => {
    await kit.open(`${SESSION}<kith-support-board community-id="com_42"></kith-support-board>`);
    await expect.poll(() => kit.gateway.asked[0]?.variables.filter).toEqual({ openOnly: true, communityId: "com_42" });
  });

  it("never lets a slow answer to an old question overwrite a fast one to a new", async () => {
    const answer = kit.gateway.answers["SupportOffers"]!;
    let answerAll = () => {};
    const held = new Promise<void>((resolve) => {
      answerAll = resolve;
    });
    const { page } = await kit.open(MARKUP);
    await card(page, "Forms and letters").waitFor();
    kit.gateway.answers["SupportOffers"] = async (asked) => {
      if (asked.variables.filter.kind === "EMOTIONAL") await held;
      return answer(asked);
    };
    await page.getByRole("button", { name: "Listening" }).click();
    await page.getByRole("button", { name: "Hands-on" }).click();
    await expect.poll(() => titles(page)).toEqual(["Forms and letters"]);
    answerAll();
    await page.waitForTimeout(200);
    expect(await titles(page)).toEqual(["Forms and letters"]);
  });

  it("shows more when asked, leads to the first new one, and never twice the same", async () => {
    offers = Array.from({ length: 30 }, (_, index) => anOffer({ title: `Offer ${index + 1}` }));
    const { page } = await kit.open(MARKUP);
    await card(page, "Offer 20").waitFor();
    expect(await titles(page)).toHaveLength(20);
    offers.unshift(anOffer({ title: "Made meanwhile" }));
    await page.getByRole("button", { name: "Show more" }).click();
    await card(page, "Offer 30").waitFor();
    const shown = await titles(page);
    expect(shown).toHaveLength(31);
    expect(new Set(shown).size).toBe(31);
    await expect.poll(() => focusedText(page)).toBe("Offer 20");
    expect(await page.getByRole("button", { name: "Show more" }).count()).toBe(0);
  });

  it("reads again when someone comes back to the page, and moves no card from under their finger", async () => {
    const { page } = await kit.open(MARKUP);
    const ask = card(page, "Forms and letters").getByRole("button", { name: "Ask Rosa" });
    await ask.focus();
    offers.unshift(anOffer({ title: "Made meanwhile" }));
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await card(page, "Made meanwhile").waitFor();
    expect(await ask.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
  });

  it("keeps what it shows when reading again fails, says so, and tries again when asked", async () => {
    const answer = kit.gateway.answers["SupportOffers"]!;
    const { page } = await kit.open(MARKUP);
    await card(page, "Forms and letters").waitFor();
    kit.gateway.answers["SupportOffers"] = () => ({ refusal: { code: "INTERNAL" } });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByRole("alert").waitFor();
    expect(await titles(page)).toHaveLength(2);
    kit.gateway.answers["SupportOffers"] = answer;
    await page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
  });

  it("takes what members wrote as text, whatever it looks like", async () => {
    offers = [anOffer({ title: "<img src=x onerror=alert(1)>", author: { id: "mbr_1", displayName: "<b>Eve</b>" } })];
    const { page, expectSound } = await kit.open(MARKUP);
    await page.getByRole("heading", { name: "<img src=x onerror=alert(1)>" }).waitFor();
    await page.getByRole("button", { name: "Ask <b>Eve</b>" }).waitFor();
    await expectSound();
  });
});

describe("asking", () => {
  beforeEach(() => {
    kit.gateway.answers["ProposeExchange"] = ({ variables }) => {
      const id = variables.input.supportOfferId as string;
      const exchange = anExchange({
        viewerRole: "RECIPIENT",
        viewerCan: ["WITHDRAW"],
        supportOffer: { ...offers[0]!, id },
      });
      const { state, viewerCan } = exchange;
      offers = offers.map((offer) =>
        offer.id === id ? { ...offer, viewerCan: [], viewerExchange: { id: exchange.id, state, viewerCan } } : offer,
      );
      return { data: { proposeExchange: { exchange } } };
    };
    kit.gateway.answers["WithdrawExchange"] = ({ variables }) => {
      const exchange = anExchange({ id: variables.input.exchangeId, state: "WITHDRAWN", viewerCan: [] });
      offers = offers.map((offer) => ({ ...offer, viewerCan: ["PROPOSE" as const], viewerExchange: null }));
      return { data: { withdrawExchange: { exchange } } };
    };
  });

  it("by keyboard alone: says what happens next, can be taken back, and tells the page", async () => {
    const [first] = offers;
    const { page, events } = await kit.open(MARKUP);
    const rosa = card(page, "weekday evenings");
    await rosa.getByRole("button", { name: "Ask Rosa" }).focus();
    await page.keyboard.press("Enter");
    await rosa.getByText("You asked Rosa.").waitFor();
    await expect.poll(() => focusedText(page)).toContain("You will find the answer under Yours.");
    expect(await page.getByRole("status").first().innerText()).toBe("You asked Rosa.");
    expect(kit.gateway.askedFor("ProposeExchange")[0]?.variables).toEqual({ input: { supportOfferId: first?.id } });

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await rosa.getByRole("button", { name: "Ask Rosa" }).waitFor();
    expect(await events()).toMatchObject([
      {
        type: "kith-exchange-changed",
        detail: { state: "PROPOSED", supportOfferId: first?.id },
        target: "kith-support-board",
      },
      { type: "kith-exchange-changed", detail: { state: "WITHDRAWN" } },
    ]);
  });

  it("that comes too late says so though the card is gone, and shows how things stand", async () => {
    kit.gateway.answers["ProposeExchange"] = () => {
      offers = offers.slice(1);
      return { refusal: { code: "CONFLICT", reason: "SUPPORT_OFFER_NOT_OPEN" } };
    };
    const { page, events } = await kit.open(MARKUP);
    await card(page, "weekday evenings").getByRole("button", { name: "Ask Rosa" }).click();
    await expect.poll(() => titles(page)).toEqual(["Forms and letters"]);
    expect(await page.getByRole("alert").innerText()).toContain("This has changed in the meantime.");
    expect(await events()).toEqual([]);
  });

  it("that fails in passing can be tried again, and asks once", async () => {
    kit.gateway.answers["ProposeExchange"] = () => ({ refusal: { code: "INTERNAL" } });
    const { page } = await kit.open(MARKUP);
    const rosa = card(page, "weekday evenings");
    await rosa.getByRole("button", { name: "Ask Rosa" }).click();
    await rosa.getByRole("alert").waitFor();
    expect(await rosa.getByRole("button", { name: "Ask Rosa" }).isVisible()).toBe(true);
    expect(kit.gateway.askedFor("ProposeExchange")).toHaveLength(1);
  });
});

describe("what waits for the reader's own answer", () => {
  const waiting = (count: number) => {
    const mine = Array.from({ length: count }, () => anExchange());
    const theirs = anExchange({ viewerRole: "RECIPIENT", viewerCan: ["WITHDRAW"] });
    kit.gateway.answers["Exchanges"] = () => ({ data: { viewer: { exchanges: listOf([...mine, theirs]) } } });
  };

  it("is told beside the way to it, in words, and no more once nothing does", async () => {
    waiting(2);
    const { page } = await kit.open(MARKUP);
    await expectVisible(page.getByRole("button", { name: "Yours 2 wait for you" }));
    waiting(1);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expectVisible(page.getByRole("button", { name: "Yours 1 waits for you" }));
    waiting(0);
    await page.waitForTimeout(1_000);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expectVisible(page.getByRole("button", { name: "Yours", exact: true }));
  });

  it("keeps nobody from the offers when it cannot be read", async () => {
    kit.gateway.answers["Exchanges"] = () => ({ refusal: { code: "INTERNAL" } });
    const { page } = await kit.open(MARKUP);
    await card(page, "Forms and letters").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});
