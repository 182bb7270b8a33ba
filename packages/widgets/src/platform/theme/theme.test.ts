import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());

const ACCENTS = ["#ffff00", "#00ffff", "#ff00ff", "#ff0000", "#00ff00", "#0000ff", "#000000", "#ffffff", "#777777"];
const MORE = Array.from(
  { length: 40 },
  (_, index) => `hsl(${index * 27} ${40 + (index % 4) * 20}% ${10 + (index % 9) * 10}%)`,
);

/** The least contrast each pair of colours reaches over all accents, as the browser itself computes them. */
function leastContrasts(page: Page, accents: readonly string[]): Promise<Record<string, number>> {
  return page.evaluate((all) => {
    const host = document.querySelector("kith-check-in");
    const root = host?.shadowRoot;
    const probe = document.createElement("i");
    root?.append(probe);
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const luminance = (color: string) => {
      probe.setAttribute("class", "");
      probe.attributeStyleMap.set("color", color);
      if (!canvas) return 0;
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((channel) => {
        const part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: string, other: string) => {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    const pairs = {
      "text on a button": ["var(--_on-accent)", "var(--_accent)"],
      "link on the surface": ["var(--_accent-ink)", "var(--_surface)"],
      "link where it is sunken": ["var(--_accent-ink)", "var(--_sunken)"],
      "link on the tint": ["var(--_accent-ink)", "var(--_accent-tint)"],
      "text on the tint": ["var(--_text)", "var(--_accent-tint)"],
    } as const;
    const least: Record<string, number> = {};
    for (const accent of all) {
      host?.attributeStyleMap.set("--kith-color-accent", accent);
      for (const [name, [one, other]] of Object.entries(pairs)) {
        least[name] = Math.min(least[name] ?? 99, contrast(one, other));
      }
    }
    return least;
  }, accents);
}

describe("a partner's own accent", () => {
  it.each(["light", "dark"] as const)("never makes words hard to read, whatever it is, in %s", async (scheme) => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`, { scheme });
    await page.getByRole("button", { name: "Save today" }).waitFor();
    for (const [pair, least] of Object.entries(await leastContrasts(page, [...ACCENTS, ...MORE]))) {
      expect(least, pair).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the theme", () => {
  const surface = (page: Page) =>
    page.evaluate(() => {
      const card = document.querySelector("kith-check-in")?.shadowRoot?.querySelector(".card");
      return card ? getComputedStyle(card).backgroundColor : "";
    });

  it("is ours to the digit where the page sets nothing", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    const save = page.getByRole("button", { name: "Save today" });
    await save.waitFor();
    const look = await save.evaluate((button) => {
      const { backgroundColor, color, fontFamily } = getComputedStyle(button);
      return { backgroundColor, fontFamily, white: color };
    });
    expect(look).toMatchObject({ backgroundColor: "rgb(31, 111, 102)", fontFamily: '"DejaVu Sans", sans-serif' });
    expect(await surface(page)).toBe("rgb(255, 253, 249)");
  });

  it("follows the page's colour scheme, live, and an element's own attribute before it", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    await page.getByRole("button", { name: "Save today" }).waitFor();
    await page.evaluate(() => document.documentElement.classList.replace("light", "dark"));
    expect(await surface(page)).toBe("rgb(23, 30, 29)");
    await page.evaluate(() => document.querySelector("kith-check-in")?.setAttribute("theme", "light"));
    expect(await surface(page)).toBe("rgb(255, 253, 249)");
  });

  it("takes the partner's custom properties and parts", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    const save = page.getByRole("button", { name: "Save today" });
    await save.waitFor();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `kith-check-in { --kith-color-surface: rgb(1, 2, 3); --kith-radius: 0px } kith-check-in::part(primary) { border-radius: 4px }`,
      );
      document.adoptedStyleSheets.push(sheet);
    });
    expect(await surface(page)).toBe("rgb(1, 2, 3)");
    expect(await save.evaluate((button) => getComputedStyle(button).borderRadius)).toBe("4px");
  });

  it("keeps what is chosen and pressed apart in forced colours", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    await page.emulateMedia({ forcedColors: "active" });
    await page.getByText("Okay").click();
    const outlines = await page
      .locator("kith-check-in label")
      .evaluateAll((labels) =>
        labels
          .filter((label) => getComputedStyle(label).outlineStyle === "solid")
          .map((label) => label.textContent?.trim()),
      );
    expect(outlines).toEqual(["Okay"]);
  });
});

describe("a page whose own styles are hostile", () => {
  const HOSTILE = `
    html { font-size: 6px !important }
    * { all: initial !important; font-size: 3px !important; line-height: 0 !important; letter-spacing: 1em !important;
      text-transform: uppercase !important; text-indent: 5em !important; color: red !important; cursor: none !important;
      text-align: right !important; font-style: italic !important; white-space: nowrap !important; zoom: 1 }
    button, input, label, .card, .primary { display: none !important; opacity: 0.1 !important }
    :host, :root kith-check-in { border: 9px solid red }`;
  const look = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector("kith-check-in")?.shadowRoot;
      return ["h2", "form p", "label", ".primary", ".foot a"].map((selector) => {
        const found = root?.querySelector(selector);
        const style = found && getComputedStyle(found);
        if (!style) return selector;
        const { color, display, letterSpacing, textTransform, textIndent, textAlign, fontStyle, whiteSpace, opacity } =
          style;
        const own = {
          color,
          display,
          letterSpacing,
          textTransform,
          textIndent,
          textAlign,
          fontStyle,
          whiteSpace,
          opacity,
        };
        return { selector, ...own, fontSize: style.fontSize, high: found.getBoundingClientRect().height >= 44 };
      });
    });

  it("does an element no harm: its text, its colours and its targets stay what they are", async () => {
    const { page, expectSound } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    await page.getByText("Okay").waitFor();
    const before = await look(page);
    expect(before).toHaveLength(5);
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets.push(sheet);
    }, HOSTILE);
    expect(await look(page)).toEqual(before);
    expect(await page.getByRole("button", { name: "Save today" }).isVisible()).toBe(true);
    await page.evaluate(() => document.adoptedStyleSheets.pop());
    await expectSound();
  });

  it("can still hide an element, and keeps it hidden while it fades in", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    const save = page.getByRole("button", { name: "Save today" });
    await save.waitFor();
    const hide = (rule: string) =>
      page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, rule);
    await hide("kith-check-in { visibility: hidden }");
    expect(await save.count()).toBe(0);
    await hide("kith-check-in { display: none }");
    expect(await save.count()).toBe(0);
    await hide("");
    expect(await save.count()).toBe(1);
  });
});
