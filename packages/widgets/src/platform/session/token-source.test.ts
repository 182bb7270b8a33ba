import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "../../testing/testing-data.js";
import { type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";
import { looseToken } from "../../testing/testing-site.js";

const CHECK_IN = "<kith-check-in></kith-check-in>";

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers["SupportOffers"] = () => ({ data: { supportOffers: listOf([anOffer()]) } });
});

const question = (page: Page) => page.getByRole("radiogroup", { name: "How is your mood?" });

/** Puts a session on the page whose `getToken` does this. */
function sessionWith(page: Page, way: string): Promise<void> {
  return page.evaluate((way) => {
    const session = document.createElement("kith-session");
    // The page's policy lets no text become code: what may be done is known beforehand.
    const ways: Record<string, () => unknown> = {
      throws: () => {
        throw new Error("The page broke.");
      },
      rejects: () => Promise.reject(new Error("The page broke.")),
      hangs: () => new Promise(() => {}),
      number: () => 42,
      object: () => ({ token: "abc" }),
      nothing: () => undefined,
      empty: () => "",
      markup: () => "<!doctype html>\n<title>Sign in</title>",
    };
    session.getToken = ways[way] as () => string;
    document.body.append(session);
  }, way);
}

describe("a token callback", () => {
  it.each(["throws", "rejects", "number", "object", "nothing", "empty", "markup"])(
    "that is bad (%s) leaves a state one understands, with a way on and crisis help",
    async (way) => {
      const { page, expectSound } = await kit.open(CHECK_IN);
      await sessionWith(page, way);
      expect(await page.getByRole("alert").innerText()).toContain("We could not reach the service.");
      await expectVisible(page.getByRole("button", { name: "Try again" }));
      await expectVisible(page.getByRole("link", { name: "Help in a crisis" }));
      expect(kit.gateway.asked).toEqual([]);
      await expectSound();
    },
  );

  it("that hangs is given ten seconds, and can then be tried again", async () => {
    const { page } = await kit.open(CHECK_IN);
    await sessionWith(page, "hangs");
    await page.getByText("Loading").waitFor({ state: "attached" });
    await expectVisible(page.getByRole("link", { name: "Help in a crisis" }));
    await page.waitForTimeout(8_000);
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.getByRole("alert").waitFor();
    await page.evaluate((token) => {
      const session = document.querySelector("kith-session");
      if (session) session.getToken = () => token;
    }, looseToken("ann"));
    await expectVisible(question(page));
  });

  it("that was set before the script came is heard all the same", async () => {
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    await page.evaluate((token) => {
      const session = document.createElement("kith-session");
      session.getToken = () => token;
      document.body.append(session, document.createElement("kith-check-in"));
    }, looseToken("zoe"));
    await expectVisible(question(page));
  });
});

describe("a token address", () => {
  it("that answers with something else is a fault, not a claim that somebody is signed out", async () => {
    const { page } = await kit.open(`<kith-session token-url="/neutral"></kith-session>${CHECK_IN}`);
    await page.getByRole("alert").waitFor();
    expect(await page.getByText("You are signed out.").count()).toBe(0);
  });

  it("that never answers is given ten seconds", async () => {
    kit.site.token = () => new Promise(() => {});
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    await page.evaluate(() => {
      const session = document.createElement("kith-session");
      session.setAttribute("token-url", "/kith-token");
      document.body.append(session, document.createElement("kith-check-in"));
    });
    await expect.poll(() => kit.site.tokenCalls.length).toBe(1);
    await page.getByRole("alert").waitFor({ timeout: 15_000 });
    kit.site.token = () => looseToken("ann");
    await page.getByRole("button", { name: "Try again" }).click();
    await expectVisible(question(page));
  });

  it("is tried again when the line is back", async () => {
    kit.site.token = () => "CUT_OFF";
    const { page } = await kit.open(`<kith-session token-url="/kith-token"></kith-session>${CHECK_IN}`);
    await page.getByRole("alert").waitFor();
    kit.site.token = () => looseToken("ann");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expectVisible(question(page));
  });
});
