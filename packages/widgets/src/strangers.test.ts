import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "./testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "./testing/testing-kit.js";
import { expectVisible } from "./testing/testing-page.js";

const ALL = `${SESSION}<kith-check-in></kith-check-in><kith-support-board></kith-support-board>`;

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers["SupportOffers"] = () => ({ data: { supportOffers: listOf([anOffer()]) } });
});

const ready = async (page: Page) => {
  await page.getByText("Ask Rosa").waitFor();
  await page.getByText("Okay", { exact: true }).waitFor();
};

describe("a message from a stranger", () => {
  it("has nobody who listens to it, and changes nothing", async () => {
    const listenIn = () => {
      const { addEventListener } = EventTarget.prototype;
      const heard: string[] = [];
      Object.assign(window, { kithHeard: heard });
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        if (type === "message") heard.push(type);
        return addEventListener.call(this ?? window, type, ...rest);
      };
    };
    const { page, events, expectSound } = await kit.pages.open(kit.site.show(ALL), undefined, listenIn);
    await ready(page);
    await page.getByText("Okay", { exact: true }).click();
    const before = await page.locator("main").ariaSnapshot();
    await page.evaluate(() => {
      for (const data of [{ type: "kith-signed-out" }, { token: "x" }, { kith: { signOut: true } }, "kith", null]) {
        window.postMessage(data, "*");
        window.dispatchEvent(new MessageEvent("message", { data, origin: "https://stranger.example" }));
      }
    });
    await page.waitForTimeout(100);
    expect(await page.locator("main").ariaSnapshot()).toBe(before);
    const heard = await page.evaluate(() => (window as unknown as { kithHeard: string[] }).kithHeard);
    expect(heard).toEqual([]);
    expect(await page.evaluate(() => window.onmessage)).toBeNull();
    expect(await events()).toEqual([]);
    await expectSound();
  });

  it("that looks like one of our events signs nobody out", async () => {
    const { page } = await kit.open(ALL);
    await ready(page);
    await page.evaluate(() => {
      document.querySelector("kith-session")?.dispatchEvent(new CustomEvent("kith-signed-out", { bubbles: true }));
    });
    await expectVisible(page.getByText("Ask Rosa"));
  });
});

describe("a page that tears at its elements", () => {
  it("by moving them about all the time finds them as they were, after one token", async () => {
    const { page, expectSound } = await kit.open(ALL);
    await ready(page);
    await page.getByText("Okay", { exact: true }).click();
    await page.evaluate(async () => {
      const main = document.querySelector("main");
      for (let move = 0; move < 60; move++) {
        const ours = [...document.querySelectorAll("kith-session, kith-check-in, kith-support-board")];
        main?.append(...ours.toSorted(() => Math.random() - 0.5));
        if (move % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
    await ready(page);
    expect(await page.getByRole("radio", { name: "Okay" }).isChecked()).toBe(true);
    expect(kit.site.tokenCalls).toHaveLength(1);
    await expectSound();
  });

  it("by taking them off in the middle of what they do breaks nothing, and they come back whole", async () => {
    let answerNow = () => {};
    const held = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    kit.gateway.answers["RecordPulseCheckIn"] = async () => {
      await held;
      return { data: { recordPulseCheckIn: { checkIn: { id: "chk_1", day: "2026-11-24" } } } };
    };
    const { page, expectSound } = await kit.open(ALL);
    await ready(page);
    await page.getByText("Okay", { exact: true }).click();
    await page.getByRole("button", { name: "Save today" }).click();
    await expect.poll(() => kit.gateway.askedFor("RecordPulseCheckIn").length).toBe(1);
    const element = await page.evaluateHandle(() => {
      const element = document.querySelector("kith-check-in");
      element?.remove();
      return element;
    });
    answerNow();
    await page.waitForTimeout(200);
    await element.evaluate((one) => one && document.querySelector("main")?.append(one));
    await expectVisible(page.getByRole("heading", { name: "Today is saved" }));
    expect(kit.gateway.askedFor("RecordPulseCheckIn")).toHaveLength(1);
    await expectSound();
  });

  it("by emptying what stands inside them keeps crisis help and the way out", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in><a href="https://one.example/">Ours</a></kith-check-in>`);
    await page.getByText("Okay", { exact: true }).waitFor();
    await page.evaluate(() => document.querySelector("kith-check-in")?.replaceChildren());
    await expectVisible(page.getByRole("link", { name: "Help in a crisis" }));
    await expectVisible(page.getByRole("link", { name: "Leave this page fast" }));
  });
});
