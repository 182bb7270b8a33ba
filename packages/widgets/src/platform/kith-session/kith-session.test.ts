import type { ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anOffer, listOf } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";
import { looseToken } from "../../testing/testing-site.js";

const CHECK_IN = "<kith-check-in></kith-check-in>";
const BOARD = "<kith-support-board></kith-support-board>";

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
const signedOut = (page: Page) => page.getByText("You are signed out.");
const chooseLow = (page: Page) => question(page).getByText("Low", { exact: true }).click();
const isLow = (page: Page) => page.getByRole("radio", { name: "Low", exact: true }).isChecked();
const onSession = (page: Page, method: "signOut" | "refresh") =>
  page.evaluate(async (name) => document.querySelector("kith-session")?.[name](), method);

describe("the token", () => {
  it("is asked for once for all elements, by POST and with the page's own cookies", async () => {
    const { page } = await kit.open(SESSION + CHECK_IN + BOARD + CHECK_IN);
    await question(page).first().waitFor();
    await page.getByText("Ask Rosa").waitFor();
    expect(kit.site.tokenCalls).toEqual([{ method: "POST", cookie: "visit=1" }]);
  });

  it("is what every call to the gateway carries, and the page's key is not", async () => {
    kit.site.token = () => looseToken("ann");
    const { page } = await kit.open(SESSION + BOARD);
    await page.getByText("Ask Rosa").waitFor();
    const credentials = new Set(kit.gateway.asked.map(({ authorization }) => authorization));
    expect([...credentials]).toEqual([`Bearer ${looseToken("ann")}`]);
  });

  it("may come from the page's own code instead", async () => {
    const { page } = await kit.open(`<kith-session></kith-session>${BOARD}`);
    await signedOut(page).waitFor();
    await page.evaluate((token) => {
      const session = document.querySelector("kith-session");
      if (session) session.getToken = () => token;
    }, looseToken("zoe"));
    await page.getByText("Ask Rosa").waitFor();
    expect(kit.gateway.asked[0]?.authorization).toBe(`Bearer ${looseToken("zoe")}`);
  });

  it("that cannot be fetched is an error with a way on, not a claim that somebody is signed out", async () => {
    kit.site.token = () => "CUT_OFF";
    const { page } = await kit.open(SESSION + CHECK_IN);
    expect(await page.getByRole("alert").innerText()).toContain("We could not reach the service.");
    expect(await signedOut(page).count()).toBe(0);
    kit.site.token = () => looseToken("ann");
    await page.getByRole("button", { name: "Try again" }).click();
    await question(page).waitFor();
  });
});

describe("where the element stands", () => {
  it("may be after the others", async () => {
    const { page } = await kit.open(CHECK_IN + SESSION);
    await question(page).waitFor();
    expect(kit.site.tokenCalls).toHaveLength(1);
  });

  it("may be added long after the others", async () => {
    const { page } = await kit.open(CHECK_IN);
    await page.getByText("Loading").waitFor({ state: "attached" });
    await page.evaluate(() => {
      const session = document.createElement("kith-session");
      session.setAttribute("token-url", "/kith-token");
      document.body.append(session);
    });
    await expectVisible(question(page));
  });

  it("leaves nobody in front of grey boxes when it never comes", async () => {
    const { page } = await kit.open(CHECK_IN);
    await signedOut(page).waitFor({ timeout: 10_000 });
    expect(kit.site.tokenCalls).toEqual([]);
  });

  it("may change: a moved element costs no token and no typed word", async () => {
    const { page } = await kit.open(SESSION + CHECK_IN);
    await question(page).waitFor();
    await chooseLow(page);
    await page.evaluate(() => document.body.append(...document.querySelectorAll("kith-session")));
    expect(await isLow(page)).toBe(true);
    expect(kit.site.tokenCalls).toHaveLength(1);
  });

  it("may end and begin again, as pages of one application come and go", async () => {
    const { page } = await kit.open(SESSION + BOARD);
    await page.getByText("Ask Rosa").waitFor();
    const again = await page.evaluateHandle(() => {
      const session = document.querySelector("kith-session");
      session?.remove();
      return session;
    });
    await page.getByText("Ask Rosa").waitFor({ state: "detached" });
    await again.evaluate((session) => session && document.body.prepend(session));
    await page.getByText("Ask Rosa").waitFor();
    expect(kit.site.tokenCalls).toHaveLength(1);
  });

  it("does not matter to an element that leaves and comes back", async () => {
    const { page } = await kit.open(SESSION + CHECK_IN);
    await question(page).waitFor();
    await page.evaluate(() => {
      const element = document.querySelector("kith-check-in");
      element?.remove();
      document.querySelector("kith-session")?.signOut();
      if (element) document.body.append(element);
    });
    await expectVisible(signedOut(page));
  });

  it("twice on a page counts once: the first is the page's session", async () => {
    kit.site.token = () => looseToken("ann");
    const { page } = await kit.open(`${SESSION}<kith-session></kith-session>${BOARD}`);
    await page.getByText("Ask Rosa").waitFor();
    await page.evaluate(() => document.querySelector("kith-session")?.remove());
    await expectVisible(signedOut(page));
  });
});

describe("signing out", () => {
  it("takes what was shown and typed off the page, says so once, and asks for no token by itself", async () => {
    const { page, events } = await kit.open(SESSION + CHECK_IN + BOARD);
    await question(page).waitFor();
    await page.getByText("Ask Rosa").waitFor();
    await chooseLow(page);
    await onSession(page, "signOut");
    await expect.poll(() => signedOut(page).count()).toBe(2);
    expect(await page.locator("kith-support-board").innerText()).not.toContain("Rosa");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    expect(kit.site.tokenCalls).toHaveLength(1);
    expect(await events()).toEqual([{ type: "kith-signed-out", detail: { reason: "ASKED" }, target: "kith-session" }]);

    await onSession(page, "refresh");
    await question(page).waitFor();
    expect(await isLow(page)).toBe(false);
  });

  it("is noticed when the gateway refuses the token for good", async () => {
    kit.gateway.answers["SupportOffers"] = () => ({ refusal: { code: "UNAUTHENTICATED", reason: "NOT_WELCOME" } });
    const { page, events } = await kit.open(SESSION + BOARD);
    await signedOut(page).waitFor();
    expect(await events()).toMatchObject([{ detail: { reason: "REFUSED" } }]);
  });

  it("is undone on return to the page by someone who has signed in elsewhere", async () => {
    kit.site.token = () => null;
    const { page } = await kit.open(SESSION + CHECK_IN);
    await signedOut(page).waitFor();
    kit.site.token = () => looseToken("ann");
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expectVisible(question(page));
  });
});

describe("another member", () => {
  it("finds nothing that the one before them typed", async () => {
    kit.site.token = () => looseToken("ann");
    const { page } = await kit.open(SESSION + CHECK_IN);
    await question(page).waitFor();
    await chooseLow(page);
    kit.site.token = () => looseToken("ben");
    await onSession(page, "refresh");
    await question(page).waitFor();
    expect(await isLow(page)).toBe(false);
  });

  it("does not send under their name what the one before them was about to", async () => {
    kit.site.token = () => looseToken("ann");
    kit.gateway.answers["SupportOffers"] = () => ({ refusal: { code: "UNAUTHENTICATED", reason: "TOKEN_EXPIRED" } });
    const { page } = await kit.open(SESSION);
    await expect.poll(() => kit.site.tokenCalls.length).toBe(1);
    kit.site.token = () => looseToken("ben");
    await page.evaluate(() => document.body.append(document.createElement("kith-support-board")));
    const readings = () => kit.gateway.askedFor("SupportOffers");
    await expect.poll(() => readings().length).toBeGreaterThan(1);
    const [first, second] = readings();
    expect(first?.authorization).toBe(`Bearer ${looseToken("ann")}`);
    // A reading of their own, begun anew: it carries no key or variable of the first.
    expect(second?.authorization).toBe(`Bearer ${looseToken("ben")}`);
  });

  it("is not who a refresh finds when it is still the same one, who then keeps what they typed", async () => {
    const { page } = await kit.open(SESSION + CHECK_IN);
    await question(page).waitFor();
    await chooseLow(page);
    await onSession(page, "refresh");
    expect(kit.site.tokenCalls).toHaveLength(2);
    expect(await isLow(page)).toBe(true);
  });
});

describe("a page that is set up wrongly", () => {
  // The browser itself warns of a socket that was given up.
  const isOurs = (message: ConsoleMessage) =>
    message.type() === "warning" && !message.text().startsWith("WebSocket connection");
  const refusing = (code: string, reason: string) => {
    kit.gateway.answers["SupportOffers"] = () => ({ refusal: { code, reason } });
  };

  it.each([
    ["FORBIDDEN", "ORIGIN_NOT_ALLOWED", "this page's origin is not on the partner's list"],
    ["UNAUTHENTICATED", "KEY_UNKNOWN", "no such key"],
    ["UNAUTHENTICATED", "TOKEN_WRONG_AUDIENCE", "`aud` is not `kith`"],
  ])("says so to its developer, once, and nothing of who is signed in: %s %s", async (code, reason, words) => {
    refusing(code, reason);
    kit.site.token = () => looseToken("ann-4711");
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    const told: string[] = [];
    page.on("console", (message) => {
      if (isOurs(message)) told.push(message.text());
    });
    await page.evaluate(
      (markup) => {
        const session = document.createElement("kith-session");
        session.setAttribute("token-url", "/kith-token");
        document.body.append(session, ...markup.map((tag) => document.createElement(tag)));
      },
      ["kith-support-board", "kith-support-board"],
    );
    await expect.poll(() => told.length).toBe(1);
    expect(told[0]).toContain(words);
    expect(told[0]).toContain(reason);
    expect(told[0]).not.toContain("ann-4711");
    expect(told[0]).not.toContain("eyJ");
  });

  it("says nothing there of what its reader can mend, or of what passes", async () => {
    refusing("FORBIDDEN", "NOT_A_MEMBER");
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    const told: string[] = [];
    page.on("console", (message) => {
      if (isOurs(message)) told.push(message.text());
    });
    await page.evaluate(() => {
      const session = document.createElement("kith-session");
      session.setAttribute("token-url", "/kith-token");
      document.body.append(session, document.createElement("kith-support-board"));
    });
    await page.getByRole("alert").waitFor();
    expect(told).toEqual([]);
  });
});
