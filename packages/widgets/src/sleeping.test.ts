import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "./testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "./testing/testing-kit.js";
import { expectVisible, type TestPage } from "./testing/testing-page.js";

const ALL = `${SESSION}<kith-check-in></kith-check-in><kith-support-board></kith-support-board>`;
const HOUR = 3_600_000;

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers["SupportOffers"] = () => ({ data: { supportOffers: listOf([anOffer()]) } });
});

/** A token of an hour, which says when it was given. */
function tokenOf(subject: string, at: number): string {
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${part({ alg: "HS256" })}.${part({ sub: subject, iat: at / 1_000, exp: (at + HOUR) / 1_000 })}.c2lnbmF0dXJl`;
}

/** Every element on a page whose time can be moved. */
async function openWithClock(): Promise<TestPage> {
  const opened = await kit.open("<p>Nothing of ours yet</p>");
  await opened.page.clock.install();
  await opened.page.evaluate(() => {
    const session = document.createElement("kith-session");
    session.setAttribute("token-url", "/kith-token");
    const main = document.querySelector("main");
    main?.append(session, document.createElement("kith-check-in"), document.createElement("kith-support-board"));
  });
  return opened;
}

describe("a device that slept for a night", () => {
  it("reads anew with a new token when it wakes, and keeps what was answered", async () => {
    const evening = Date.now();
    kit.site.token = () => tokenOf("ann", evening);
    const { page, expectSound } = await openWithClock();
    await page.getByText("Ask Rosa").waitFor();
    await page.getByText("Okay", { exact: true }).click();

    // First, as the live stream may ask while the night goes by.
    const morning = evening + 9 * HOUR;
    kit.site.token = () => tokenOf("ann", morning);
    kit.gateway.answers["SupportOffers"] = () => ({
      data: { supportOffers: listOf([anOffer({ id: "sof_2", title: "New this morning" })]) },
    });
    await page.clock.fastForward(9 * HOUR);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await page.getByText("New this morning").waitFor();
    expect(kit.site.tokenCalls).toHaveLength(2);
    expect(kit.gateway.asked.at(-1)?.authorization).toBe(`Bearer ${tokenOf("ann", morning)}`);
    expect(await page.getByRole("radio", { name: "Okay" }).isChecked()).toBe(true);
    await expectSound();
  });

  it("shows nothing of the one who was signed in when somebody else is by then", async () => {
    const evening = Date.now();
    kit.site.token = () => tokenOf("ann", evening);
    const { page } = await openWithClock();
    await page.getByText("Okay", { exact: true }).click();
    kit.site.token = () => tokenOf("ben", evening + 9 * HOUR);
    await page.clock.fastForward(9 * HOUR);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => page.getByRole("radio", { name: "Okay" }).isChecked()).toBe(false);
    await expectVisible(page.getByText("Ask Rosa"));
  });
});

describe("a page that comes back by the history", () => {
  it("asks who is signed in now, where the browser had kept it as it was", async () => {
    kit.site.token = () => tokenOf("ann", Date.now());
    const { page } = await kit.open(ALL);
    await page.getByText("Okay", { exact: true }).click();
    kit.site.token = () => tokenOf("ben", Date.now());
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    await expect.poll(() => page.getByRole("radio", { name: "Okay" }).isChecked()).toBe(false);
    expect(kit.site.tokenCalls.length).toBeGreaterThan(1);
  });

  it("works as a page that is new, where it had not", async () => {
    const { page, expectSound } = await kit.open(ALL);
    await page.getByText("Ask Rosa").waitFor();
    await page.goto(`${kit.site.url}/neutral`);
    await page.goBack();
    await page.getByText("Ask Rosa").waitFor();
    await page.getByText("Okay", { exact: true }).click();
    await expectSound();
  });
});
