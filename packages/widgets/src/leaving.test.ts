import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { censusOf, takeCensus } from "./testing/testing-census.js";
import { anOffer, aTrend, listOf } from "./testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "./testing/testing-kit.js";

const ALL = `${SESSION}<kith-check-in></kith-check-in><kith-support-board></kith-support-board><kith-exchanges></kith-exchanges><kith-crisis-help></kith-crisis-help>`;

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers = {
    RecordPulseCheckIn: () => ({ data: { recordPulseCheckIn: { checkIn: { id: "chk_1", day: "2026-11-24" } } } }),
    PulseTrend: () => ({ data: { pulseTrend: aTrend([0, 1, 2]) } }),
    SupportOffers: () => ({ data: { supportOffers: listOf([anOffer()]) } }),
    Exchanges: () => ({ data: { viewer: { exchanges: listOf([]) } } }),
    ViewerSupportOffers: () => ({ data: { viewer: { supportOffers: listOf([]) } } }),
    Viewer: () => ({ data: { viewer: { member: { id: "mbr_me", displayName: "Me", languages: ["en"] } } } }),
    ViewerMemberships: () => ({ data: { viewer: { memberships: listOf([]) } } }),
  };
});

/** A page with every element, each used a little. */
async function usedPage(): Promise<Page> {
  const { page } = await kit.pages.open(kit.site.show(ALL), undefined, takeCensus);
  await use(page);
  return page;
}
async function use(page: Page): Promise<void> {
  await page.getByText("Ask Rosa").waitFor();
  // The loader fetches the crisis lines once, when the page is idle.
  await expect.poll(async () => (await left(page)).includes("timeout 3000"), { timeout: 8_000 }).toBe(false);
  await page.getByText("Okay", { exact: true }).click();
  await page.getByRole("button", { name: "Your last four weeks" }).click();
  await page.getByRole("button", { name: "As a table" }).waitFor();
  await page.getByRole("button", { name: "Yours" }).click();
  await page.getByRole("button", { name: "Offer support" }).first().click();
  await page.getByLabel("In a few words").fill("I can listen");
}
/** Everything of ours, taken off by the application around it; kept, so that it can be put back. */
const takeOff = (page: Page) =>
  page.evaluateHandle(() => {
    const ours = [...document.querySelectorAll("main > :not(h1)")];
    for (const element of ours) element.remove();
    return ours;
  });
// One a chunk, for as long as the page lives: says whether the page's policy bars our host.
const left = async (page: Page) => (await censusOf(page)).filter((name) => name !== "document securitypolicyviolation");

describe("elements that leave the page", () => {
  it("leave no listener, timer, call, socket or observer behind, however often they come and go", async () => {
    const page = await usedPage();
    expect((await left(page)).length).toBeGreaterThan(3);
    const rounds: string[][] = [];
    for (let round = 0; round < 3; round++) {
      const ours = await takeOff(page);
      await expect.poll(() => left(page)).toEqual([]);
      rounds.push(await censusOf(page));
      await ours.evaluate((elements) => document.querySelector("main")?.append(...elements));
      await page.getByText("Okay", { exact: true }).waitFor();
    }
    expect(rounds[2]).toEqual(rounds[0]);
  });

  it("end what they are reading, while it is being read", async () => {
    const page = await usedPage();
    for (const operation of ["SupportOffers", "Exchanges", "ViewerSupportOffers", "PulseTrend"]) {
      kit.gateway.answers[operation] = () => new Promise(() => {});
    }
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByRole("button", { name: "Not now" }).click();
    await expect
      .poll(async () => (await left(page)).filter((name) => name.startsWith("fetch")).length)
      .toBeGreaterThan(0);
    await takeOff(page);
    await expect.poll(() => left(page)).toEqual([]);
  });

  it("before their code has come trouble nobody", async () => {
    const { page, expectSound } = await kit.pages.open(kit.site.show("<p>Nothing yet</p>"), undefined, takeCensus);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/chunks/kith-check-in*", async (route) => {
      await held;
      await route.continue();
    });
    await page.evaluate(() => {
      const session = document.createElement("kith-session");
      session.setAttribute("token-url", "/kith-token");
      document.querySelector("main")?.append(session, document.createElement("kith-check-in"));
    });
    await expect.poll(() => kit.site.tokenCalls.length).toBe(1);
    await takeOff(page);
    release();
    await page.evaluate(() => customElements.whenDefined("kith-check-in"));
    // The loader goes on looking for the element that has not been on the page.
    await expect.poll(() => left(page), { timeout: 8_000 }).toEqual(["MutationObserver"]);
    await expectSound();
  });

  it("are done with after destroy(), which may be called again, and begin anew when they are put back", async () => {
    const page = await usedPage();
    await page.getByLabel("In a few words").fill("Between us");
    const ours = await page.evaluateHandle(() => {
      const ours = [...document.querySelectorAll("main > :not(h1)")] as (HTMLElement & { destroy(): void })[];
      for (const element of [...ours, ...ours]) element.destroy();
      return ours;
    });
    expect(await page.locator("main > :not(h1)").count()).toBe(0);
    await expect.poll(() => left(page)).toEqual([]);
    const held = await ours.evaluate((elements) => elements.map(({ shadowRoot }) => shadowRoot?.textContent).join(" "));
    expect(held).not.toMatch(/Rosa|Between us/);
    expect(await ours.evaluate((elements) => (elements[0] as HTMLElementTagNameMap["kith-session"]).status)).toBe(
      "NONE",
    );
    expect(await page.evaluate(() => window.kithEvents.map(({ type }) => type))).not.toContain("kith-signed-out");

    const calls = kit.site.tokenCalls.length;
    await ours.evaluate((elements) => document.querySelector("main")?.append(...elements));
    await page.getByText("Ask Rosa").waitFor();
    expect(kit.site.tokenCalls.length).toBe(calls + 1);
  });
});
