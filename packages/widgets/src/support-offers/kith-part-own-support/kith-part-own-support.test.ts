import type { Exchange, SupportOffer } from "@kith/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anExchange, anOffer, listOf } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";

const MARKUP = `${SESSION}<kith-support-board></kith-support-board>`;
const RECIPIENT = { viewerRole: "RECIPIENT" } as const;

let kit: TestKit;
let exchanges: Exchange[];
let offers: SupportOffer[];
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  exchanges = [];
  offers = [];
  kit.gateway.answers = {
    SupportOffers: () => ({ data: { supportOffers: listOf([]) } }),
    Exchanges: ({ variables }) => {
      const wanted = exchanges.filter(({ state }) => variables.states.includes(state));
      return { data: { viewer: { exchanges: listOf(wanted) } } };
    },
    ViewerSupportOffers: () => ({ data: { viewer: { supportOffers: listOf(offers) } } }),
  };
});

const yours = (page: Page) => page.getByRole("button", { name: "Yours" }).click();
const region = (page: Page, name: string) => page.getByRole("region", { name });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Answers an action by putting the exchange into this state. */
function becomes(operation: string, field: string, change: Partial<Exchange>): void {
  kit.gateway.answers[operation] = ({ variables }) => {
    exchanges = exchanges.map((one) => (one.id === variables.input.exchangeId ? { ...one, ...change } : one));
    return { data: { [field]: { exchange: exchanges.find(({ id }) => id === variables.input.exchangeId) } } };
  };
}

describe("a member's own side of the board", () => {
  it("says of each exchange where it stands, from this side", async () => {
    const closed = { viewerCan: [], closedAt: "2026-11-23T10:00:00+00:00", acceptedAt: "2026-11-21T10:00:00+00:00" };
    exchanges = [
      anExchange(),
      anExchange({ ...RECIPIENT, proposedBy: "SUPPORTER" }),
      anExchange({ ...RECIPIENT, viewerCan: ["WITHDRAW"] }),
      anExchange({ ...RECIPIENT, ...closed, state: "ACCEPTED", viewerCan: ["COMPLETE", "END"] }),
      anExchange({ ...closed, state: "COMPLETED" }),
      anExchange({ ...closed, state: "DECLINED", recipient: { id: "mbr_1", displayName: null } }),
      anExchange({ ...RECIPIENT, ...closed, state: "WITHDRAWN" }),
      anExchange({ ...RECIPIENT, ...closed, state: "EXPIRED" }),
      anExchange({ ...closed, state: "ENDED_EARLY" }),
    ];
    const { page } = await kit.open(MARKUP);
    await yours(page);
    await button(page, "Earlier").click();
    await region(page, "Earlier").waitFor();
    const cards = await page
      .locator("kith-part-own-support li")
      .evaluateAll((items) =>
        items.map((item) => [item.querySelector("h4")?.textContent, item.querySelector("p.small")?.textContent]),
      );
    expect(cards).toEqual([
      ["Sam asks for your support", "You can answer until 4 December. Yes and no are both fine."],
      ["Rosa offers you support", "You can answer until 4 December. Yes and no are both fine."],
      ["You and Rosa", "Since 21 November. Either of you can end this at any time, no reason needed."],
      ["You asked Rosa", "No answer yet. It lapses by itself after 4 December."],
      ["You and Sam", "Completed on 23 November."],
      ["Someone here asked for your support", "The answer on 23 November was “not now”."],
      ["You asked Rosa", "Taken back on 23 November."],
      ["You asked Rosa", "No answer came until 4 December. That says nothing about you."],
      ["You and Sam", "Ended on 23 November."],
    ]);
  });

  it("offers what the gateway says is possible, and not what is not", async () => {
    exchanges = [anExchange({ viewerCan: ["DECLINE"] })];
    const { page } = await kit.open(MARKUP);
    await yours(page);
    await button(page, "Not now").waitFor();
    expect(await button(page, "Accept").count()).toBe(0);
  });

  it("accepts by keyboard: the card moves, the focus goes with it, the page is told", async () => {
    const proposed = anExchange();
    exchanges = [proposed];
    const change = { state: "ACCEPTED", viewerCan: ["COMPLETE", "END"], acceptedAt: "2026-11-24T09:00:00Z" } as const;
    becomes("AcceptExchange", "acceptExchange", { ...change, viewerCan: [...change.viewerCan] });
    const { page, events } = await kit.open(MARKUP);
    await yours(page);
    await button(page, "Accept").focus();
    await page.keyboard.press("Enter");
    await region(page, "Going on").waitFor();
    expect(await region(page, "Waiting for your answer").count()).toBe(0);
    await expect
      .poll(() => page.getByRole("heading", { name: "You and Sam" }).evaluate((heading) => heading.matches(":focus")))
      .toBe(true);
    expect(await events()).toMatchObject([
      { detail: { id: proposed.id, state: "ACCEPTED", supportOfferId: proposed.supportOffer.id } },
    ]);
  });

  it("asks once more before what cannot be undone, and leads back when it is left as it is", async () => {
    exchanges = [anExchange({ state: "ACCEPTED", viewerCan: ["COMPLETE", "END"], acceptedAt: "2026-11-23T10:00:00Z" })];
    becomes("EndExchange", "endExchange", { state: "ENDED_EARLY", viewerCan: [], closedAt: "2026-11-24T09:00:00Z" });
    const { page } = await kit.open(MARKUP);
    await yours(page);
    await button(page, "End this").click();
    await button(page, "Leave it as it is").click();
    await expect.poll(() => button(page, "End this").evaluate((b) => b.matches(":focus"))).toBe(true);
    expect(kit.gateway.askedFor("EndExchange")).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText("End this, for both of you?").waitFor();
    await button(page, "End this").click();
    await page.getByText("Nothing of yours here yet.").waitFor();
    expect(kit.gateway.askedFor("EndExchange")).toHaveLength(1);
  });

  it("says that every place is taken when it is, and keeps the question open", async () => {
    exchanges = [anExchange()];
    kit.gateway.answers["AcceptExchange"] = () => ({ refusal: { code: "CAPACITY_REACHED", reason: "NO_SEATS" } });
    const { page, events } = await kit.open(MARKUP);
    await yours(page);
    await button(page, "Accept").click();
    expect(await page.getByRole("alert").innerText()).toContain("Every place of this offer is taken.");
    expect(await button(page, "Not now").isVisible()).toBe(true);
    expect(await events()).toEqual([]);
  });

  it("pauses and resumes an offer, and closes it only after a second yes", async () => {
    const own = anOffer({ title: "Walks", viewerCan: ["EDIT", "PAUSE", "CLOSE"] });
    offers = [own];
    const set = (field: string, change: Partial<SupportOffer>) => () => {
      offers = [{ ...own, ...change }];
      return { data: { [field]: { supportOffer: offers[0] } } };
    };
    kit.gateway.answers["PauseSupportOffer"] = set("pauseSupportOffer", {
      state: "PAUSED",
      viewerCan: ["RESUME", "CLOSE"],
    });
    kit.gateway.answers["ResumeSupportOffer"] = set("resumeSupportOffer", { state: "OPEN" });
    kit.gateway.answers["CloseSupportOffer"] = set("closeSupportOffer", { state: "CLOSED", viewerCan: [] });
    const { page } = await kit.open(MARKUP);
    await yours(page);
    await button(page, "Pause").click();
    await page.getByText("Paused: nobody new can ask. 0 of 2 places taken.").waitFor();
    await button(page, "Resume").click();
    await page.getByText("Open: people can ask. 0 of 2 places taken.").waitFor();
    await button(page, "Close for good").click();
    expect(kit.gateway.askedFor("CloseSupportOffer")).toEqual([]);
    await page.getByText("Close this offer for good?").waitFor();
    await button(page, "Close for good").click();
    await page.getByText("Closed.", { exact: true }).first().waitFor();
    expect(kit.gateway.askedFor("CloseSupportOffer")).toHaveLength(1);
  });

  it("reads again on return to the page, and keeps what it shows when that fails", async () => {
    exchanges = [anExchange()];
    const { page } = await kit.open(MARKUP);
    await yours(page);
    await button(page, "Accept").waitFor();
    kit.gateway.answers["Exchanges"] = () => ({ refusal: { code: "INTERNAL" } });
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByRole("alert").waitFor();
    expect(await button(page, "Accept").isVisible()).toBe(true);
  });
});
