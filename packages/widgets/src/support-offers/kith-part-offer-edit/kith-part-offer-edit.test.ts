import type { SupportOffer } from "@kith/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";

const MARKUP = `${SESSION}<kith-support-board></kith-support-board>`;

let kit: TestKit;
let own: SupportOffer;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  own = anOffer({
    title: "Walks",
    viewerCan: ["EDIT", "PAUSE", "CLOSE"],
    languages: ["fr"],
    community: { id: "com_1", name: "Carers" },
  });
  const member = { id: "mbr_me", displayName: "Me", languages: ["en"] };
  kit.gateway.answers = {
    SupportOffers: () => ({ data: { supportOffers: listOf([]) } }),
    Exchanges: () => ({ data: { viewer: { exchanges: listOf([]) } } }),
    ViewerSupportOffers: () => ({ data: { viewer: { supportOffers: listOf([own]) } } }),
    Viewer: () => ({ data: { viewer: { member } } }),
    ViewerMemberships: () => ({ data: { viewer: { memberships: listOf([]) } } }),
    UpdateSupportOffer: ({ variables }) => {
      own = { ...own, ...variables.input };
      return { data: { updateSupportOffer: { supportOffer: own } } };
    },
  };
});

const title = (page: Page) => page.getByLabel("In a few words");
const save = (page: Page) => page.getByRole("button", { name: "Save changes" }).click();
async function change(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Yours" }).click();
  await page.getByRole("button", { name: "Change" }).click();
  await title(page).waitFor();
}

describe("changing an offer of one's own", () => {
  it("begins with what it says, saves what was changed, and leads back to it", async () => {
    const { page, expectSound } = await kit.open(MARKUP);
    await change(page);
    expect(await page.getByRole("heading", { name: "Change this offer" }).isVisible()).toBe(true);
    expect(await title(page).inputValue()).toBe("Walks");
    expect(await page.getByLabel("French").isChecked()).toBe(true);
    await expectVisible(page.getByText("Members of Carers can read this with your name"));
    // Who can see it is settled when it is opened.
    expect(await page.getByLabel("Who can see it?").count()).toBe(0);
    await title(page).fill("Walks by the river");
    await page.getByLabel("For how many people at once?").fill("3");
    await save(page);
    await expectVisible(page.getByRole("heading", { name: "Walks by the river" }));
    expect(kit.gateway.askedFor("UpdateSupportOffer")[0]?.variables.input).toEqual({
      supportOfferId: own.id,
      kinds: ["EMOTIONAL"],
      title: "Walks by the river",
      description: own.description,
      waysToMeet: ["MESSAGE", "CALL"],
      languages: ["fr"],
      capacity: 3,
    });
    await expectSound();
  });

  it("says at the field what cannot be, and loses no word when saving fails", async () => {
    const { page } = await kit.open(MARKUP);
    await change(page);
    await title(page).fill("");
    await save(page);
    await expectVisible(page.getByText("Write a few words here."));
    expect(kit.gateway.askedFor("UpdateSupportOffer")).toEqual([]);
    await title(page).fill("Walks at noon");
    kit.gateway.answers["UpdateSupportOffer"] = () => ({
      refusal: { code: "BAD_INPUT", field: "capacity", reason: "BELOW_ACCEPTED" },
    });
    await save(page);
    await expectVisible(page.getByText("It cannot be fewer than are going on now."));
    kit.gateway.answers["UpdateSupportOffer"] = () => ({ refusal: { code: "INTERNAL" } });
    await save(page);
    await page.getByText("What you wrote is still here.").waitFor();
    expect(await title(page).inputValue()).toBe("Walks at noon");
  });

  it("can be left as it was, and then begins anew", async () => {
    const { page } = await kit.open(MARKUP);
    await change(page);
    await title(page).fill("Something else");
    await page.getByRole("button", { name: "Not now" }).click();
    await page.getByRole("heading", { name: "Walks" }).waitFor();
    await page.getByRole("button", { name: "Change" }).click();
    expect(await title(page).inputValue()).toBe("Walks");
    expect(kit.gateway.askedFor("UpdateSupportOffer")).toEqual([]);
  });

  it("is gone with the member who began it", async () => {
    const { page } = await kit.open(MARKUP);
    await change(page);
    await page.evaluate(async () => {
      const session = document.querySelector("kith-session");
      session?.signOut();
      await session?.refresh();
    });
    await expectVisible(page.getByText("Nobody has offered support here yet."));
    expect(await page.locator("kith-part-offer-edit").count()).toBe(0);
  });
});
