import type { Exchange } from "@kith/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anExchange, listOf } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";

const MARKUP = `${SESSION}<kith-exchanges></kith-exchanges>`;
const TOGETHER = { state: "ACCEPTED", viewerCan: ["COMPLETE", "END"], acceptedAt: "2026-11-23T10:00:00Z" } as const;

let kit: TestKit;
let exchanges: Exchange[];
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  exchanges = [
    anExchange(),
    anExchange({ ...TOGETHER, viewerCan: [...TOGETHER.viewerCan], viewerRole: "RECIPIENT" }),
    anExchange({ viewerRole: "RECIPIENT", viewerCan: ["WITHDRAW"] }),
    anExchange({ state: "DECLINED", viewerCan: [], closedAt: "2026-11-23T10:00:00Z" }),
  ];
  kit.gateway.answers = {
    Exchanges: ({ variables }) => {
      const wanted = exchanges.filter(({ state }) => variables.states.includes(state));
      return { data: { viewer: { exchanges: listOf(wanted) } } };
    },
  };
});

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const comeBack = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("focus")));

/** Answers an action by putting the exchange into this state. */
function becomes(operation: string, field: string, change: Partial<Exchange>): void {
  kit.gateway.answers[operation] = ({ variables }) => {
    exchanges = exchanges.map((one) => (one.id === variables.input.exchangeId ? { ...one, ...change } : one));
    return { data: { [field]: { exchange: exchanges.find(({ id }) => id === variables.input.exchangeId) } } };
  };
}

describe("<kith-exchanges>", () => {
  it("says what to do first where there is nothing yet, and speaks of no offers", async () => {
    exchanges = [];
    const { page } = await kit.open(MARKUP);
    await expectVisible(page.getByText("Nothing between you and others yet."));
    await expectVisible(page.getByText("When you ask for an offer, or someone asks for yours"));
    expect(kit.gateway.askedFor("ViewerSupportOffers")).toEqual([]);
  });
});

describe("one's exchanges", () => {
  it("stand by what they wait for, those that wait for the reader first", async () => {
    const { page } = await kit.open(MARKUP);
    await button(page, "Earlier").click();
    await region(page, "Earlier").waitFor();
    expect(
      await page.getByRole("region").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label"))),
    ).toEqual([null, "Waiting for your answer", "Going on", "Waiting for someone else", "Earlier"]);
  });

  it("say what each step leads to, and what the other side sees of it", async () => {
    exchanges.push(anExchange({ viewerRole: "RECIPIENT", proposedBy: "SUPPORTER" }));
    const { page } = await kit.open(MARKUP);
    const next = (name: string) => region(page, name).locator("[id$=-next]").allInnerTexts();
    await region(page, "Going on").waitFor();
    expect(await next("Waiting for your answer")).toEqual([
      "If you accept, Sam sees it at once and one place of your offer is taken. Otherwise Sam sees “not now”, and no reason.",
      "If you accept, Rosa sees it at once. Otherwise Rosa sees “not now”, and no reason.",
    ]);
    expect(await next("Going on")).toEqual([
      "Rosa sees this too. There are no messages here yet: the people who run this site can put the two of you in touch.",
    ]);
    expect(await next("Waiting for someone else")).toEqual([
      "Rosa can see this and answer. If you take it back, Rosa sees that too.",
    ]);
  });

  it("can be accepted by keyboard alone; the page is told by this element", async () => {
    becomes("AcceptExchange", "acceptExchange", { ...TOGETHER, viewerCan: [...TOGETHER.viewerCan] });
    const { page, events } = await kit.open(MARKUP);
    await button(page, "Accept").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => region(page, "Waiting for your answer").count()).toBe(0);
    await expect
      .poll(() => page.getByRole("heading", { name: "You and Sam" }).evaluate((heading) => heading.matches(":focus")))
      .toBe(true);
    expect(await events()).toMatchObject([
      { type: "kith-exchange-changed", detail: { state: "ACCEPTED" }, target: "kith-exchanges" },
    ]);
  });

  it("end only after a second yes that says who will see it", async () => {
    becomes("EndExchange", "endExchange", { state: "ENDED_EARLY", viewerCan: [], closedAt: "2026-11-24T09:00:00Z" });
    const { page } = await kit.open(MARKUP);
    await button(page, "End this").click();
    await expectVisible(page.getByText("End this, for both of you? Rosa will see that it ended."));
    expect(kit.gateway.askedFor("EndExchange")).toEqual([]);
    await button(page, "End this").click();
    await expect.poll(() => region(page, "Going on").count()).toBe(0);
  });

  it("are read again on return to the page, and kept when that fails", async () => {
    const { page } = await kit.open(MARKUP);
    await button(page, "Accept").waitFor();
    exchanges = [];
    await page.waitForTimeout(1_000);
    await comeBack(page);
    await expectVisible(page.getByText("Nothing between you and others yet."));
    kit.gateway.answers["Exchanges"] = () => ({ refusal: { code: "INTERNAL" } });
    await page.waitForTimeout(1_000);
    await comeBack(page);
    await page.getByRole("alert").waitFor();
    await expectVisible(page.getByText("Nothing between you and others yet."));
  });

  it("leave nothing of one member for the next", async () => {
    const { page } = await kit.open(MARKUP);
    await button(page, "Accept").waitFor();
    await page.evaluate(() => document.querySelector("kith-session")?.signOut());
    await expectVisible(page.getByText("You are signed out."));
    expect(await page.locator("kith-exchanges").innerText()).not.toContain("Sam");
  });
});
