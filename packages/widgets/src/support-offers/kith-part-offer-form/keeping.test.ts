import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "../../testing/testing-data.js";
import { holdSealing, kindsKept, rawKept } from "../../testing/testing-kept.js";
import { expectSoundState, SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";
import { looseToken } from "../../testing/testing-site.js";

const MARKUP = `${SESSION}<kith-support-board></kith-support-board>`;

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.site.token = () => looseToken("ann");
  const member = { id: "mbr_me", displayName: "Me", languages: ["en"] };
  kit.gateway.answers = {
    SupportOffers: () => ({ data: { supportOffers: listOf([]) } }),
    Viewer: () => ({ data: { viewer: { member } } }),
    ViewerMemberships: () => ({ data: { viewer: { memberships: listOf([]) } } }),
    CreateSupportOffer: () => ({ data: { createSupportOffer: { supportOffer: anOffer({ id: "sof_new" }) } } }),
    Exchanges: () => ({ data: { viewer: { exchanges: listOf([]) } } }),
    ViewerSupportOffers: () => ({ data: { viewer: { supportOffers: listOf([]) } } }),
  };
});

const title = (page: Page) => page.getByLabel("In a few words");
const back = (page: Page) => page.getByText("What you had begun is back.");
const sent = () => kit.gateway.askedFor("CreateSupportOffer");

async function openForm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Offer support" }).first().click();
  await title(page).waitFor();
}

async function begin(page: Page): Promise<void> {
  await openForm(page);
  await page.getByRole("checkbox", { name: /Listening/ }).check();
  await title(page).fill("Evening walks");
  await expect.poll(() => kindsKept(page)).toEqual(["draft"]);
  await page.waitForTimeout(100);
}

/** Lets nothing of this name come until it is released. */
async function holdFile(page: Page, name: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(name, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  return () => release();
}

describe("an offer that is not finished", () => {
  it("is sound when it is back", async () => {
    await expectSoundState(kit, MARKUP, async (page) => {
      await begin(page);
      await page.reload();
      await openForm(page);
      await back(page).waitFor();
    });
  });

  it("is there again after a reload, and stands nowhere in the clear", async () => {
    const { page } = await kit.open(MARKUP);
    await begin(page);
    expect((await rawKept(page)).text).not.toMatch(/Evening|walks|EMOTIONAL|ann/);
    await page.reload();
    await openForm(page);
    await back(page).waitFor();
    expect(await title(page).inputValue()).toBe("Evening walks");
    expect(await page.getByRole("checkbox", { name: /Listening/ }).isChecked()).toBe(true);
  });

  it("goes under its first key after a failed sending and a reload, and is then forgotten", async () => {
    const open = kit.gateway.answers["CreateSupportOffer"]!;
    kit.gateway.answers["CreateSupportOffer"] = () => ({ refusal: { code: "INTERNAL" } });
    const { page } = await kit.open(MARKUP);
    await begin(page);
    await page.getByRole("button", { name: "Open this offer" }).click();
    await page.getByRole("alert").waitFor();
    kit.gateway.answers["CreateSupportOffer"] = open;
    await page.reload();
    await openForm(page);
    await back(page).waitFor();
    await page.getByRole("button", { name: "Open this offer" }).click();
    await expect.poll(() => sent().length).toBe(2);
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    await expect.poll(() => kindsKept(page)).toEqual([]);
  });

  it("can be let go of, for good", async () => {
    const { page } = await kit.open(MARKUP);
    await begin(page);
    await page.reload();
    await openForm(page);
    await page.getByRole("button", { name: "Start over" }).click();
    expect(await title(page).inputValue()).toBe("");
    await expect.poll(() => kindsKept(page)).toEqual([]);
  });

  it("is not shown to another member, and is there for its own when they are back", async () => {
    const { page } = await kit.open(MARKUP);
    await begin(page);
    kit.site.token = () => looseToken("ben");
    await page.reload();
    await openForm(page);
    await page.waitForTimeout(300);
    expect(await title(page).inputValue()).toBe("");
    kit.site.token = () => looseToken("ann");
    await page.reload();
    await openForm(page);
    await expectVisible(back(page));
  });

  it("is gone after signing out, and after a day", async () => {
    const { page } = await kit.open(MARKUP);
    await begin(page);
    await page.evaluate(() => document.querySelector("kith-session")?.signOut());
    await expect.poll(async () => (await rawKept(page)).places).toEqual([]);

    await page.reload();
    await begin(page);
    await page.clock.setFixedTime(Date.now() + 25 * 3_600_000);
    await page.reload();
    await openForm(page);
    await expect.poll(() => kindsKept(page)).toEqual([]);
    expect(await title(page).inputValue()).toBe("");
  });

  it("is not read before it is forgotten, however long the code that forgets takes to come", async () => {
    const { page } = await kit.open(MARKUP);
    await begin(page);
    const release = await holdFile(page, "**/chunks/keeping*");
    await page.evaluate(async () => {
      const session = document.querySelector("kith-session");
      session?.signOut();
      await session?.refresh();
    });
    await openForm(page);
    await page.waitForTimeout(300);
    expect(await title(page).inputValue()).toBe("");
    await expect.poll(() => kindsKept(page)).toEqual([]);
    release();
    await title(page).fill("Another day");
    await expect.poll(() => kindsKept(page)).toEqual(["draft"]);
  });

  it("is not written behind the back of whoever signs out in the middle of a word", async () => {
    const { page } = await kit.open(MARKUP);
    await openForm(page);
    const sealing = await holdSealing(page);
    await title(page).fill("Evening");
    await sealing.begun();
    await title(page).fill("Evening walks");
    await page.evaluate(() => document.querySelector("kith-session")?.signOut());
    await page.getByText("You are signed out.").waitFor();
    await sealing.release();
    await page.waitForTimeout(300);
    expect((await rawKept(page)).places).toEqual([]);
    await page.evaluate(() => document.querySelector("kith-session")?.refresh());
    await openForm(page);
    await page.waitForTimeout(100);
    expect(await title(page).inputValue()).toBe("");
  });
});
