import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "./testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "./testing/testing-kit.js";
import { expectVisible } from "./testing/testing-page.js";
import { looseToken } from "./testing/testing-site.js";

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

const crisisLinks = (page: Page) => page.getByRole("link", { name: "Help in a crisis" });

describe("a page whose policy blocks the gateway", () => {
  it("says that the service was not reached, with a way on and crisis help in each element", async () => {
    const policy = `script-src ${kit.gateway.url}; style-src 'self'; connect-src 'self'`;
    const { page } = await kit.open(ALL, { policy });
    await page.getByText("We could not reach the service.").waitFor({ timeout: 20_000 });
    await expectVisible(page.getByRole("button", { name: "Try again" }));
    expect(await crisisLinks(page).count()).toBe(2);
    await expectVisible(page.getByRole("link", { name: "Leave this page fast" }).first());
    expect(kit.gateway.asked).toEqual([]);
  });

  it("and its scripts leaves the plain links that stand inside the elements", async () => {
    const policy = `script-src 'self'; style-src 'self'; connect-src 'self'`;
    const { page } = await kit.open(
      `${SESSION}<kith-check-in><a href="https://one.example/">Our line</a></kith-check-in>`,
      {
        policy,
      },
    );
    await expectVisible(page.getByRole("link", { name: "Our line" }));
  });

  it("and the page's own token address says so too, and does not claim that somebody is signed out", async () => {
    const policy = `script-src ${kit.gateway.url}; style-src 'self'; connect-src ${kit.gateway.url}`;
    const { page } = await kit.open(ALL, { policy });
    await expect.poll(() => page.getByText("We could not reach the service.").count()).toBe(2);
    expect(await page.getByText("You are signed out.").count()).toBe(0);
    expect(await crisisLinks(page).count()).toBe(2);
  });
});

describe("a browser that lets the page keep nothing, no cookie either", () => {
  // A document of no origin: its cookies, its storage and its databases all throw, as where a browser blocks them.
  const policy = () =>
    `sandbox allow-scripts; script-src ${kit.gateway.url}; style-src ${kit.site.url}; connect-src ${kit.gateway.url}`;

  it("has elements that work, with a token from the page's own code", async () => {
    const { page } = await kit.open("<kith-session></kith-session><kith-support-board></kith-support-board>", {
      policy: policy(),
    });
    const refused = await page.evaluate(async () => {
      const threw = (work: () => unknown) => {
        try {
          work();
          return false;
        } catch {
          return true;
        }
      };
      return [threw(() => document.cookie), threw(() => localStorage), threw(() => indexedDB.open("x"))];
    });
    expect(refused).toEqual([true, true, true]);
    await page.evaluate((token) => {
      const session = document.querySelector("kith-session");
      if (session) session.getToken = () => token;
    }, looseToken("ann"));
    await expectVisible(page.getByText("Ask Rosa"));
  });

  it("with a token address that knows nobody without a cookie, says who is signed out and how to go on", async () => {
    kit.site.token = () => (kit.site.tokenCalls.at(-1)?.cookie ? looseToken("ann") : null);
    const { page } = await kit.pages.open(kit.site.show(ALL));
    await page.context().clearCookies();
    await page.evaluate(() => customElements.whenDefined("kith-session"));
    await page.evaluate(() => document.querySelector("kith-session")?.refresh());
    await expect.poll(() => page.getByText("You are signed out.").count()).toBe(2);
    expect(await crisisLinks(page).count()).toBe(2);
  });
});
