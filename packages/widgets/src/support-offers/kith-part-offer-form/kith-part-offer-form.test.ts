import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "../../testing/testing-data.js";
import { expectSoundState, SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";

const MARKUP = `${SESSION}<kith-support-board community-id="com_1"></kith-support-board>`;

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  const member = { id: "mbr_me", displayName: "Me", languages: ["en", "es"] };
  const communities = [
    { id: "com_1", name: "Carers" },
    { id: "com_2", name: "New parents" },
  ];
  const memberships = communities.map((community) => ({ role: "MEMBER", state: "ACTIVE", community }));
  kit.gateway.answers = {
    SupportOffers: () => ({ data: { supportOffers: listOf([]) } }),
    Viewer: () => ({ data: { viewer: { member } } }),
    ViewerMemberships: () => ({ data: { viewer: { memberships: listOf(memberships) } } }),
    CreateSupportOffer: () => ({ data: { createSupportOffer: { supportOffer: anOffer({ id: "sof_new" }) } } }),
    Exchanges: () => ({ data: { viewer: { exchanges: listOf([]) } } }),
    ViewerSupportOffers: () => ({ data: { viewer: { supportOffers: listOf([anOffer({ title: "My new offer" })]) } } }),
  };
});

async function openForm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Offer support" }).first().click();
  await page.getByLabel("Who can see it?").waitFor();
}
const title = (page: Page) => page.getByLabel("In a few words");
const send = (page: Page) => page.getByRole("button", { name: "Open this offer" }).click();
const sent = () => kit.gateway.askedFor("CreateSupportOffer");

describe("offering support", () => {
  it("is sound empty, and sound with everything wrong", async () => {
    await expectSoundState(kit, MARKUP, async (page) => {
      await openForm(page);
      await send(page);
      await page.getByText("Something here needs another look.").waitFor();
    });
  });

  it("by keyboard alone leads to the new offer, and tells the page", async () => {
    const { page, events } = await kit.open(MARKUP);
    await page.getByRole("button", { name: "Offer support" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("Who can see it?").waitFor();
    expect(await page.getByRole("heading", { name: "Offer support" }).evaluate((h) => h.matches(":focus"))).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    for (let step = 0; step < 4; step++) await page.keyboard.press("Tab");
    await page.keyboard.type("I can listen");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "My new offer" }).waitFor();
    expect(sent()[0]?.variables.input).toEqual({
      kinds: ["EMOTIONAL"],
      title: "I can listen",
      description: "",
      waysToMeet: ["MESSAGE"],
      languages: ["en", "es"],
      capacity: 1,
      communityId: "com_1",
    });
    expect(await events()).toMatchObject([
      { type: "kith-support-offer-created", detail: { id: "sof_new" }, target: "kith-support-board" },
    ]);
    expect(await page.getByRole("button", { name: "Yours" }).evaluate((b) => b.matches(":focus"))).toBe(true);
  });

  it("says at each field what is wrong with it, leads to the first, and sends nothing", async () => {
    const { page } = await kit.open(MARKUP);
    await openForm(page);
    await title(page).fill("x".repeat(121));
    await page.getByLabel("For how many people at once?").fill("21");
    await page.getByLabel("By message").uncheck();
    await send(page);
    expect(await page.locator(".fault:not(:empty)").allInnerTexts()).toEqual([
      "Choose at least one.",
      "This is too long: 120 characters at most.",
      "Choose at least one.",
      "Give a whole number from 1 to 20.",
    ]);
    await expect
      .poll(() => page.getByRole("checkbox", { name: /Listening/ }).evaluate((box) => box.matches(":focus")))
      .toBe(true);
    expect(sent()).toEqual([]);
    await page.getByRole("checkbox", { name: /Company/ }).check();
    expect(await page.locator(".fault:not(:empty)").count()).toBe(3);
  });

  it("puts what the gateway finds wrong at the field it is about", async () => {
    kit.gateway.answers["CreateSupportOffer"] = () => ({
      refusal: { code: "BAD_INPUT", field: "title", reason: "CONTROL_CHARACTER" },
    });
    const { page } = await kit.open(MARKUP);
    await openForm(page);
    await page.getByRole("checkbox", { name: /Listening/ }).check();
    await title(page).fill("Hello");
    await send(page);
    await page.getByText("This cannot be taken as it is.").waitFor();
    expect(await title(page).getAttribute("aria-invalid")).toBe("true");
  });

  it("loses no word when sending fails or the form is left, and opens one offer however often it is sent", async () => {
    let failing = true;
    const open = kit.gateway.answers["CreateSupportOffer"]!;
    kit.gateway.answers["CreateSupportOffer"] = (asked) => (failing ? { refusal: { code: "INTERNAL" } } : open(asked));
    const { page } = await kit.open(MARKUP);
    await openForm(page);
    await page.getByRole("checkbox", { name: /Hands-on/ }).check();
    await title(page).fill("Forms and letters");
    await page.getByLabel("A little more, if you like").fill("I worked at the housing office.");
    await send(page);
    expect(await page.getByRole("alert").innerText()).toContain("What you wrote is still here.");
    await page.getByRole("button", { name: "Not now" }).click();
    expect(
      await page
        .getByRole("button", { name: "Offer support" })
        .first()
        .evaluate((b) => b.matches(":focus")),
    ).toBe(true);
    await openForm(page);
    expect(await title(page).inputValue()).toBe("Forms and letters");
    failing = false;
    await send(page);
    await page.getByRole("heading", { name: "My new offer" }).waitFor();
    const [first, second] = sent();
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    expect(second?.variables).toEqual(first?.variables);

    await openForm(page);
    expect(await title(page).inputValue()).toBe("");
  });

  it("leaves no word of one member for the next", async () => {
    const { page } = await kit.open(MARKUP);
    await openForm(page);
    await title(page).fill("Between us");
    await page.evaluate(async () => {
      const session = document.querySelector("kith-session");
      session?.signOut();
      await session?.refresh();
    });
    await openForm(page);
    expect(await title(page).inputValue()).toBe("");
  });

  it("can be filled in although the member's own account cannot be read", async () => {
    kit.gateway.answers["Viewer"] = () => ({ refusal: { code: "INTERNAL" } });
    const { page } = await kit.open(MARKUP);
    await page.getByRole("button", { name: "Offer support" }).first().click();
    await page.getByRole("alert").waitFor();
    await page.getByRole("checkbox", { name: /Listening/ }).check();
    await title(page).fill("I can listen");
    await send(page);
    await expect.poll(() => sent().length).toBe(1);
  });

  it("says who will read it, and from when", async () => {
    const { page } = await kit.open(MARKUP);
    await openForm(page);
    await page.getByText("Members of Carers can read this with your name from the moment you open it.").waitFor();
    await page.getByLabel("Who can see it?").selectOption({ label: "Everyone here" });
    await page.getByText("People who are members here can read this with your name").waitFor();
    await page.getByRole("checkbox", { name: /Listening/ }).check();
    await title(page).fill("I can listen");
    await send(page);
    await expect.poll(() => sent()[0]?.variables.input.communityId).toBeNull();
  });
});
