import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DemoFile } from "../scripts/start/demo-file.ts";
import { type TestHome, testHome } from "../scripts/start/testing.ts";
import { launchBrowser } from "./browser.ts";

let home: TestHome;
let browser: Browser;
let demo: DemoFile;

beforeAll(async () => {
  [home, browser] = await Promise.all([testHome(), launchBrowser()]);
  await home.start();
  demo = await home.readDemo();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await home.end();
});

interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the browser complained of: errors, and whatever the page's policy kept out. */
  complaints: string[];
}

async function visit(path: string, look: { colorScheme?: "light" | "dark"; width?: number } = {}): Promise<Visit> {
  const { colorScheme = "light", width = 1280 } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(new URL(path, demo.clinic).href);
  return { page, context, complaints };
}

const checkIn = (page: Page) => page.getByRole("radiogroup", { name: "How is your mood?" });
const someOffer = (page: Page) => page.getByText("Quiet company over tea");

test("the elements work on another site under its strict policy, and nothing is kept out", async () => {
  const { page, context, complaints } = await visit("/");
  await checkIn(page).waitFor();
  await someOffer(page).waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test("who changes places sees their own, and not what the one before saw", async () => {
  const { page, context } = await visit("/");
  await someOffer(page).waitFor();
  const minor = demo.members.find(({ name }) => name === "Callum");
  await page.getByLabel("you are signed in as").selectOption(minor?.externalId ?? "");
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("heading", { name: "Good to see you, Callum" }).waitFor();
  await page.getByRole("heading", { name: "Homework on the bad days" }).waitFor();
  expect(await someOffer(page).count()).toBe(0);
  await context.close();
});

test("leaving a community hides what is offered in it, and joining shows it again", async () => {
  const { page, context, complaints } = await visit("/communities");
  await page.getByRole("link", { name: "Living with heart failure" }).click();
  const inside = page.getByText("Cooking with less salt");
  await inside.waitFor();
  await page.getByRole("button", { name: "Leave this community" }).click();
  await page.getByRole("link", { name: "Living with heart failure" }).click();
  await page.getByRole("button", { name: "Join this community" }).waitFor();
  expect(await inside.count()).toBe(0);
  await page.getByRole("button", { name: "Join this community" }).click();
  await inside.waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test.for([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 320 },
] as const)("everyone can use it: $colorScheme, $width wide", async (look) => {
  const { page, context } = await visit("/", look);
  await someOffer(page).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  for (const path of ["/", "/communities"]) {
    await page.goto(new URL(path, demo.clinic).href);
    if (path === "/") await someOffer(page).waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
  await context.close();
});

test.for(["es", "fr", "de", "pt", "ar"])(
  "the site and what Kith says on it can be had in %s, on a narrow screen too",
  async (language) => {
    const { page, context, complaints } = await visit("/", { width: 320 });
    await page.locator("select[name=language]").selectOption(language);
    await page.locator(".demo .do button").first().click();
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.locator(`kith-check-in [lang=${language}]`).waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe(language === "ar" ? "rtl" : "ltr");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test("someone who signed out is asked who they are, and no element stays signed in", async () => {
  const { page, context } = await visit("/");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "You are signed out" }).waitFor();
  expect(await page.locator("kith-session").count()).toBe(0);
  await page.getByRole("button", { name: "Tomas Brandt" }).click();
  await page.getByRole("heading", { name: "Good to see you, Tomas" }).waitFor();
  await context.close();
});
