import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aTrend } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";
import type { LANGUAGES } from "./languages.js";

const MARKUP = `${SESSION}<kith-check-in></kith-check-in>`;
const TITLES: Record<(typeof LANGUAGES)[number], string> = {
  en: "How is today?",
  es: "¿Cómo va el día?",
  fr: "Comment va la journée ?",
  de: "Wie ist heute?",
  pt: "Como está o dia?",
  ar: "كيف هو اليوم؟",
};

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(() => kit.reset());

const title = (page: Page, words: string) => page.getByRole("heading", { level: 2, name: words });
const setLang = (page: Page, lang: string) =>
  page.evaluate((tag) => document.documentElement.setAttribute("lang", tag), lang);
const card = (page: Page) =>
  page.evaluate(() => {
    const found = document.querySelector("kith-check-in")?.shadowRoot?.querySelector(".card");
    return { lang: found?.getAttribute("lang"), dir: found?.getAttribute("dir") };
  });
/** Lets requests for these files wait until `release` is called. */
async function hold(page: Page, files: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(files, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

describe("the language of an element", () => {
  it.each(Object.entries(TITLES))("is the page's: %s", async (lang, words) => {
    const { page, expectSound } = await kit.open(MARKUP, { lang, dir: lang === "ar" ? "rtl" : "ltr" });
    await title(page, words).waitFor();
    await page.locator("form").waitFor();
    expect(await card(page)).toEqual({ lang, dir: lang === "ar" ? "rtl" : "ltr" });
    await expectSound();
  });

  it.each([
    ["pt-BR", "Como está o dia?", "pt-BR"],
    ["es_MX", "¿Cómo va el día?", "es-MX"],
    ["DE-at", "Wie ist heute?", "de-AT"],
    ["ja", "How is today?", "en-GB"],
    ["not a tag", "How is today?", "en-GB"],
    ["", "How is today?", "en-GB"],
  ])("falls back from “%s”", async (lang, words, said) => {
    const { page } = await kit.open(MARKUP, { lang });
    await title(page, words).waitFor();
    expect((await card(page)).lang).toBe(said);
  });

  it("runs from right to left in Arabic where the page forgot to say so, and in English on a Hebrew page not", async () => {
    const { page } = await kit.open(MARKUP, { lang: "ar" });
    await title(page, TITLES.ar).waitFor();
    await page.evaluate(() => document.documentElement.removeAttribute("dir"));
    await expect.poll(() => card(page)).toEqual({ lang: "ar", dir: "rtl" });
    const { page: hebrew } = await kit.open(MARKUP, { lang: "he", dir: "rtl" });
    await title(hebrew, TITLES.en).waitFor();
    expect(await card(hebrew)).toEqual({ lang: "en-GB", dir: "ltr" });
  });

  it("changes with the page, live, and so does its direction; nothing typed is lost", async () => {
    const { page } = await kit.open(MARKUP);
    await page.getByText("Okay").click();
    await setLang(page, "de");
    await title(page, TITLES.de).waitFor();
    expect(await page.getByRole("radio", { name: "Geht so" }).isChecked()).toBe(true);
    await page.evaluate(() => {
      document.documentElement.lang = "ar";
      document.documentElement.dir = "rtl";
    });
    await title(page, TITLES.ar).waitFor();
    expect(await card(page)).toEqual({ lang: "ar", dir: "rtl" });
    await page.evaluate(() => document.documentElement.setAttribute("dir", "ltr"));
    await expect.poll(() => card(page)).toEqual({ lang: "ar", dir: "ltr" });
  });

  it("is that of the nearest around it, through shadow roots, and its own before all", async () => {
    const { page } = await kit.open(SESSION, { lang: "fr" });
    await page.evaluate(() => {
      const [outer, inner] = [document.createElement("div"), document.createElement("section")];
      outer.id = "outer";
      const root = outer.attachShadow({ mode: "open" });
      root.append(inner);
      inner.append(document.createElement("kith-check-in"));
      document.body.append(outer);
      // The script looks for elements in the page itself, not in others' shadow roots.
      document.body.append(document.createElement("kith-check-in"));
    });
    await title(page, TITLES.fr).nth(1).waitFor();
    await page.evaluate(() => document.querySelector("#outer")?.setAttribute("lang", "es"));
    await title(page, TITLES.es).waitFor();
    await page.evaluate(() => {
      document.querySelector("#outer")?.shadowRoot?.querySelector("section")?.setAttribute("lang", "pt");
    });
    await title(page, TITLES.pt).waitFor();
    await page.evaluate(() => {
      document.querySelector("#outer")?.shadowRoot?.querySelector("kith-check-in")?.setAttribute("lang", "de");
    });
    await title(page, TITLES.de).waitFor();
    expect(await title(page, TITLES.fr).count()).toBe(1);
  });

  it("is never English first: until its own words are there, nothing is said at all", async () => {
    const { page } = await kit.open("<p>Nothing yet</p>", { lang: "de" });
    const release = await hold(page, "**/words-de-check-in-*");
    await page.evaluate(() => {
      const element = document.createElement("kith-check-in");
      element.append("Our own line");
      document.body.append(element);
    });
    await page.locator("kith-check-in [aria-busy]").waitFor();
    await page.waitForTimeout(200);
    expect((await page.locator("kith-check-in .card").innerText()).trim()).toBe("");
    expect(await page.getByText("Our own line").isVisible()).toBe(true);
    release();
    await title(page, TITLES.de).waitFor();
    expect(kit.gateway.served.some((path) => /words-en-(?!crisis)/.test(path))).toBe(false);
  });

  it("is never two at once: it stays until all that is shown has come in the new one", async () => {
    kit.gateway.answers["PulseTrend"] = () => ({ data: { pulseTrend: aTrend([0, 1, 2, 3, 4]) } });
    const { page } = await kit.open(MARKUP);
    await page.getByRole("button", { name: "Your last four weeks" }).click();
    await page.getByText("Your usual range").waitFor();
    const release = await hold(page, "**/words-fr-part-pulse-trend-*");
    await setLang(page, "fr");
    await page.waitForTimeout(300);
    await expectVisible(title(page, TITLES.en));
    await expectVisible(page.getByText("Your usual range"));
    release();
    await title(page, TITLES.fr).waitFor();
    await expectVisible(page.getByText("Votre zone habituelle"));
    expect(await page.getByText("Your usual range").count()).toBe(0);
  });

  it("that comes late does not undo a later choice", async () => {
    const { page } = await kit.open(MARKUP);
    await title(page, TITLES.en).waitFor();
    const release = await hold(page, "**/words-fr-*");
    await setLang(page, "fr");
    await setLang(page, "es");
    await title(page, TITLES.es).waitFor();
    release();
    await page.waitForTimeout(300);
    await expectVisible(title(page, TITLES.es));
  });

  it("leads to help where no words come, and comes once they do", async () => {
    const { page } = await kit.open("<p>Nothing yet</p>", { lang: "de" });
    await page.clock.install();
    await page.route("**/words-*", (route) => route.abort());
    await page.evaluate(() => document.body.append(document.createElement("kith-check-in")));
    await expectVisible(page.getByRole("link", { name: "findahelpline.com" }));
    await page.unroute("**/words-*");
    await page.clock.runFor(10_000);
    await expectVisible(title(page, TITLES.de));
  });
});

describe("a page's own words", () => {
  it("stand in place of ours, in their language alone, whenever they are set", async () => {
    const { page } = await kit.open(MARKUP);
    await title(page, TITLES.en).waitFor();
    await page.evaluate(() => {
      const session = document.querySelector("kith-session");
      if (session) {
        session.words = {
          en: { checkIn: { title: "How are you, friend?", clearLong: (question) => `Undo: ${question}` } },
          "en-GB": { checkIn: { save: "Keep today" }, shared: { crisis: "Our nurses' line" } },
        };
      }
    });
    await title(page, "How are you, friend?").waitFor();
    await page.getByText("Okay").click();
    await expectVisible(page.getByRole("button", { name: "Undo: How is your mood?" }));
    await expectVisible(page.getByRole("button", { name: "Keep today" }));
    await expectVisible(page.getByRole("link", { name: "Our nurses' line" }));
    await setLang(page, "es");
    await title(page, TITLES.es).waitFor();
    await page.evaluate(() => document.querySelector("kith-session")?.remove());
    await setLang(page, "en");
    await title(page, TITLES.en).waitFor();
  });

  it("count from the first word on when they were set before our script came", async () => {
    const { page } = await kit.open("<p>Nothing yet</p>");
    await page.evaluate(() => {
      const session = document.createElement("kith-session");
      Object.assign(session, { words: { en: { checkIn: { title: "Set early" } } } });
      document.body.append(session, document.createElement("kith-check-in"));
    });
    await expectVisible(title(page, "Set early"));
  });
});
