import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";

const HELP = "<kith-crisis-help></kith-crisis-help>";
const of = (country: string, inside = "") => `<kith-crisis-help country="${country}">${inside}</kith-crisis-help>`;

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(() => kit.reset());

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const country = (page: Page) => page.getByLabel("Where are you?");
const addresses = (page: Page) =>
  page
    .locator("kith-crisis-help a:not([part=exit-link])")
    .evaluateAll((links) => links.filter((a) => a.checkVisibility()).map((a) => a.getAttribute("href")));

describe("help", () => {
  it("is there for whoever is signed out, and on a page without any session, and asks the gateway nothing", async () => {
    kit.site.token = () => null;
    const { page } = await kit.open(SESSION + HELP);
    await expectVisible(link(page, "Call the emergency number 112"));
    await kit.pages.clear();
    const alone = await kit.open(HELP);
    await expectVisible(link(alone.page, "Call the emergency number 112"));
    await expectVisible(link(alone.page, "Call 024"));
    expect(kit.gateway.asked).toEqual([]);
  });

  it("can be called, written to and visited, and says who it is for and when", async () => {
    const { page } = await kit.open(of("US"));
    const line = (name: string) => page.getByRole("listitem").filter({ hasText: name });
    const lifeline = line("988 Suicide & Crisis Lifeline");
    await lifeline.getByText("English, Spanish · Day and night").waitFor();
    expect(await lifeline.getByRole("link").evaluateAll((links) => links.map((a) => a.getAttribute("href")))).toEqual([
      "tel:988",
      "sms:988",
      "https://988lifeline.org/",
    ]);
    const trevor = line("The Trevor Project");
    await expectVisible(trevor.getByText("For LGBTQ+ young people"));
    expect(await trevor.getByRole("link", { name: "Text START to 678-678" }).getAttribute("href")).toBe(
      "sms:678678?&body=START",
    );
    await expectVisible(line("Veterans Crisis Line").getByText("then press 1"));
    await expectVisible(page.getByText(/Put together in November 2026 from public lists/));
  });

  it("is there at once, though the list of lines is slow, and though it never comes", async () => {
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    await page.route("**/chunks/crisis-lines*", () => {});
    await page.evaluate(() => document.body.append(document.createElement("kith-crisis-help")));
    await expectVisible(link(page, "Call the emergency number 112"));
    await expectVisible(link(page, "Find A Helpline"));
    await expectVisible(page.getByText("The list of lines has not come yet."));
    expect(await page.locator(".bone").count()).toBe(0);
  });

  it("is there before there are any words, and though none come", async () => {
    const { page } = await kit.open("<p>Nothing of ours yet</p>");
    await page.route(/chunks\/words/, (route) => route.abort());
    await page.evaluate(() => document.body.append(document.createElement("kith-crisis-help")));
    expect(await link(page, "112").getAttribute("href")).toBe("tel:112");
    await expectVisible(link(page, "Find A Helpline"));
  });

  it("that the page put inside shows when no script ever comes", async () => {
    const { page } = await kit.open(of("ES", `<a href="tel:112">112</a>`));
    await page.route("**/*.js", (route) => route.abort());
    await page.reload();
    await expectVisible(link(page, "112"));
  });

  it("is kept after the first visit, for when the gateway is down", async () => {
    const other = await testKit();
    try {
      const { page } = await other.open(of("GB"));
      await page.getByRole("heading", { name: "Samaritans" }).waitFor();
      await other.gateway.stop();
      await page.goto(other.site.show(of("IE")));
      await expectVisible(page.getByRole("heading", { name: "Pieta" }));
      await expectVisible(link(page, "Call 1800 247 247"));
    } finally {
      await other.stop();
    }
  });
});

describe("whose help comes first", () => {
  it("is the page's own, and what it shares with ours is not said twice", async () => {
    const inside = `<a href="tel:999">Emergency</a><a href="tel:5550142">Nurse line</a><a href="https://findahelpline.com/">Helplines</a>`;
    const { page } = await kit.open(of("GB", inside));
    await page.getByRole("heading", { name: "Samaritans" }).waitFor();
    const shown = await addresses(page);
    expect(shown.filter((href) => href === "tel:999")).toHaveLength(1);
    expect(shown.filter((href) => href?.startsWith("https://findahelpline.com"))).toHaveLength(1);
    const top = async (name: string) => (await link(page, name).boundingBox())?.y ?? 0;
    expect(await top("Nurse line")).toBeLessThan(await top("Call the emergency number 999"));
  });

  it("is the address that the page's session names, unless that is this very page", async () => {
    const session = `<kith-session crisis-url="/crisis"></kith-session>`;
    const { page } = await kit.open(session + of("GB"));
    expect(await link(page, "Crisis help of this site").getAttribute("href")).toBe("/crisis");
    await page.evaluate(() => {
      document.querySelector("kith-session")?.setAttribute("crisis-url", location.pathname);
      document.querySelector("kith-crisis-help")?.setAttribute("country", "IE");
    });
    await page.getByRole("heading", { name: "Pieta" }).waitFor();
    expect(await link(page, "Crisis help of this site").count()).toBe(0);
  });

  it("is a directory where the country's own emergency number is not known", async () => {
    const { page } = await kit.open(of("CH"));
    await page.getByText("Pro Juventute").waitFor();
    const shown = await addresses(page);
    expect(shown.indexOf("https://findahelpline.com")).toBeLessThan(shown.indexOf("tel:112"));
    await expectVisible(page.getByText("in most countries"));
  });
});

describe("where someone is", () => {
  it("is guessed from the device, said to be a guess, and changed with one control", async () => {
    const { page } = await kit.open(HELP);
    expect(await country(page).inputValue()).toBe("ES");
    await expectVisible(page.getByText("Guessed from this device. Nothing was sent anywhere."));
    await country(page).selectOption({ label: "Canada" });
    await expectVisible(link(page, "Call the emergency number 911"));
    expect(await page.getByRole("status").innerText()).toBe("Now for Canada.");
    await expectVisible(page.getByText("Kids Help Phone"));
  });

  it("is kept for the visit alone, and before what the page says", async () => {
    const { page } = await kit.open(of("GB"));
    await country(page).selectOption("CA");
    await page.goto(kit.site.show(of("GB")));
    await expectVisible(link(page, "Call the emergency number 911"));
    expect(await page.evaluate(() => [Object.keys(localStorage), document.cookie])).toEqual([[], "visit=1"]);
    const another = await kit.open(of("GB"));
    await expectVisible(link(another.page, "Call the emergency number 999"));
  });

  it("can be chosen in a browser that lets nothing be stored", async () => {
    const { page, expectSound } = await kit.open("<p>Nothing of ours yet</p>");
    await page.evaluate(() => {
      const barred = () => {
        throw new DOMException("Not here.", "SecurityError");
      };
      Object.defineProperty(window, "sessionStorage", { get: barred });
      document.body.append(document.createElement("kith-crisis-help"));
    });
    await country(page).selectOption("CA");
    await expectVisible(link(page, "Call the emergency number 911"));
    await expectSound();
  });
});

describe("languages", () => {
  it("puts lines in the reader's language first, and follows the page's own, live", async () => {
    const { page } = await kit.open(of("BE"), { lang: "fr" });
    const names = page.getByRole("heading", { level: 4 });
    await expect.poll(() => names.allInnerTexts()).toEqual(["Centre de Prévention du Suicide", "Zelfmoordlijn"]);
    await expectVisible(link(page, "Appelez le numéro d’urgence 112"));
    await page.evaluate(() => document.documentElement.setAttribute("lang", "de"));
    await expectVisible(link(page, "Ruf die Notrufnummer an 112"));
  });

  it("keeps numbers readable from left to right on an Arabic page", async () => {
    const { page } = await kit.open(of("LB"), { lang: "ar", dir: "rtl" });
    const number = page.locator("bdi", { hasText: "1564" });
    await number.waitFor();
    expect(await number.evaluate((bdi) => getComputedStyle(bdi).direction)).toBe("ltr");
  });
});
