import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SESSION, type TestKit, testKit } from "../testing/testing-kit.js";
import { expectVisible } from "../testing/testing-page.js";

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(() => kit.reset());

describe("kith.js", () => {
  it("fetches nothing for a page without a Kith element", async () => {
    const { page } = await kit.open("<p>Nothing of ours</p>");
    await page.waitForTimeout(200);
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".js")),
    );
    expect(scripts.map((name) => new URL(name).pathname)).toEqual(["/kith.js"]);
  });

  it("registers an element that comes later, and only that", async () => {
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    await page.evaluate(() => {
      const later = document.createElement("div");
      later.append(document.createElement("kith-check-in"));
      document.body.append(later);
    });
    await page.evaluate(() => customElements.whenDefined("kith-check-in"));
    expect(await page.evaluate(() => customElements.get("kith-support-board"))).toBeUndefined();
  });

  it("leaves an element alone that the page already has", async () => {
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    const { isOurs, error } = await page.evaluate(async () => {
      class Theirs extends HTMLElement {}
      customElements.define("kith-check-in", Theirs);
      let error = "";
      addEventListener("error", (event) => {
        error = event.message;
      });
      document.body.append(document.createElement("kith-check-in"));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { isOurs: customElements.get("kith-check-in") !== Theirs, error };
    });
    expect({ isOurs, error }).toEqual({ isOurs: false, error: "" });
  });

  it("fetches every file once, though it asks for each before it imports it", async () => {
    const warnings: string[] = [];
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    page.on("console", (message) => warnings.push(message.text()));
    await page.evaluate(
      (markup) => {
        const session = document.createElement("kith-session");
        session.setAttribute("token-url", "/kith-token");
        document.body.append(session, ...markup.map((tag) => document.createElement(tag)));
      },
      ["kith-check-in", "kith-support-board"],
    );
    await page.getByRole("button", { name: "Your last four weeks" }).click();
    await page.getByRole("alert").first().waitFor();
    expect(kit.gateway.served.toSorted()).toEqual([...new Set(kit.gateway.served)].toSorted());
    expect(kit.gateway.served.length).toBeGreaterThan(6);
    expect(warnings.filter((text) => text.includes("preload"))).toEqual([]);
  });

  it("tries again when the code could not be fetched, and shows what stands inside until then", async () => {
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    await page.clock.install();
    await page.route("**/chunks/shared*", (route) => route.abort());
    await page.evaluate(() => {
      const element = document.createElement("kith-check-in");
      element.append("Our own line");
      document.body.append(element);
    });
    await page.waitForTimeout(300);
    expect(await page.getByText("Our own line").isVisible()).toBe(true);
    expect(await page.evaluate(() => customElements.get("kith-check-in"))).toBeUndefined();
    await page.unroute("**/chunks/shared*");
    await page.clock.runFor(10_000);
    await page.evaluate(() => customElements.whenDefined("kith-check-in"));
    expect(await page.getByText("Our own line").isVisible()).toBe(true);
  });

  it("brings the elements though the page's policy lets nothing be fetched from its host", async () => {
    const policy = `default-src 'none'; script-src ${kit.gateway.url}; style-src 'self'; connect-src 'self'`;
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`, { policy });
    await expectVisible(page.getByRole("button", { name: "Save today" }));
  });

  it("works when it is there twice", async () => {
    const { page, expectSound } = await kit.open(
      `${SESSION}<kith-check-in></kith-check-in><script type="module" src="${kit.gateway.url}/kith.js?again"></script>`,
    );
    await page.getByRole("button", { name: "Save today" }).waitFor();
    await expectSound();
  });

  it("keeps to the gateway and the page's own server, and stores nothing but what it keeps for the member", async () => {
    const { page } = await kit.open(
      `${SESSION}<kith-check-in></kith-check-in><kith-support-board></kith-support-board>`,
    );
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await page.reload();
    await page.getByText("Okay").click();
    await page.getByRole("button", { name: "Save today" }).click();
    await page.getByRole("alert").first().waitFor();
    expect([...hosts].toSorted()).toEqual([kit.gateway.url, kit.site.url].toSorted());
    const stored = await page.evaluate(async () => [
      Object.keys(localStorage),
      Object.keys(sessionStorage),
      (await indexedDB.databases()).map(({ name }) => name),
      await caches.keys(),
    ]);
    expect(stored).toEqual([[], [], ["kith"], []]);
  });
});
