import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TAG_NAMES } from "../../tag-names.js";
import { openBrowser, type Pages, type TestPage } from "../testing-page.js";
import { type GalleryServer, galleryServer } from "./gallery-server.js";
import { galleryStates } from "./gallery-states.js";

let gallery: GalleryServer;
let pages: Pages;
beforeAll(async () => {
  gallery = await galleryServer();
  pages = await openBrowser();
});
afterAll(async () => {
  await pages?.close();
  await gallery?.stop();
});
afterEach(() => pages.clear());

const elements = galleryStates();

async function openState(element: string, name: string, look: Record<string, string> = {}): Promise<TestPage> {
  const query = new URLSearchParams({ state: `${element}/${name}`, ...look });
  const opened = await pages.open(`${gallery.url}/state?${query}`);
  await opened.page.locator("html[data-reached]").waitFor({ state: "attached" });
  return opened;
}

/** Puts the page into another language, direction and theme, as its visitor may, and waits for the element to follow. */
async function become(page: Page, lang: string, dir: string, theme: string): Promise<void> {
  await page.evaluate(
    (look) => {
      const html = document.documentElement;
      [html.lang, html.dir, html.className] = look as [string, string, string];
    },
    [lang, dir, theme],
  );
  await page.locator(`.card[lang=${lang}][dir=${dir}]`).waitFor();
}

/** What can be pressed and is less than 44 px high, or sticks out of the page; links in a sentence may be small. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      found.push(`page: ${document.documentElement.scrollWidth} px wide`);
    const visit = (root: ParentNode) => {
      for (const target of root.querySelectorAll<HTMLElement>("button, label, select, input, textarea, a")) {
        const [box] = target.getClientRects();
        const inSentence = target.matches("p a, label:has(+ input, + p, + textarea, + select)");
        const inLabel = target.closest("label:has(input)") && target.localName !== "label";
        if (!box || target.closest(".unseen") || inSentence || inLabel) continue;
        const name = `${target.localName} “${target.textContent?.trim().slice(0, 30)}”`;
        if (box.height < 43.9) found.push(`${name}: ${box.height} px high`);
        if (!target.closest(".scroll") && (box.left < -0.5 || box.right > width + 0.5))
          found.push(`${name} sticks out`);
      }
      for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) visit(shadowRoot);
    };
    visit(document);
    return found;
  });
}

describe("the gallery", () => {
  it("has states for every element that shows something", () => {
    const shown = TAG_NAMES.filter((tag) => tag !== "kith-session");
    expect(elements.map(({ element }) => element).toSorted()).toEqual(shown.toSorted());
    for (const { states } of elements) expect(states.length).toBeGreaterThan(3);
  });

  it("shows them all on one page, which follows its switches", async () => {
    const { page } = await pages.open(`${gallery.url}/`, { width: 1200, height: 900 });
    expect(await page.locator("iframe").count()).toBe(elements.flatMap(({ states }) => states).length);
    await page.locator("[name=only]").selectOption("kith-check-in");
    const asking = page.frameLocator('iframe[title="kith-check-in: asking"]');
    await asking.getByText("How is your mood?").waitFor();
    await page.locator("[name=lang]").selectOption("ar");
    await page.locator("[name=theme]").selectOption("dark");
    await asking.getByText("كيف هو مزاجك؟").waitFor();
    expect(await asking.locator("html").getAttribute("class")).toBe("dark");
    expect(await asking.locator("html").getAttribute("dir")).toBe("rtl");
  });
});

describe.each(elements)("<$element>", ({ element, states }) => {
  it.each(states.map(({ name }) => name))("is sound when: %s", async (name) => {
    const { page, expectSound } = await openState(element, name);
    await expectSound();
    await page.setViewportSize({ width: 320, height: 800 });
    await become(page, "de", "ltr", "light");
    expect(await misfits(page)).toEqual([]);
    await become(page, "ar", "rtl", "dark");
    expect(await misfits(page)).toEqual([]);
    await expectSound();
  });
});
