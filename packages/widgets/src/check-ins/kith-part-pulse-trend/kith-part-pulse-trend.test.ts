import type { PulseTrend } from "@kith/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aTrend } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";
import type { Look } from "../../testing/testing-site.js";

const MARKUP = `${SESSION}<kith-check-in></kith-check-in>`;

let kit: TestKit;
let trend: PulseTrend;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers["PulseTrend"] = () => ({ data: { pulseTrend: trend } });
});

async function openTrend(look?: Look): Promise<Page> {
  const { page } = await kit.open(MARKUP, look);
  await page.getByRole("button", { name: "Your last four weeks" }).click();
  return page;
}
const chart = (page: Page) => page.getByRole("img");
const line = (page: Page) => page.locator("path.line").getAttribute("d");

describe("the last four weeks", () => {
  it("can be looked at before any check-in, and are not fetched until then", async () => {
    trend = aTrend([0, 1, 2, 4, 27]);
    const { page } = await kit.open(MARKUP);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("button", { name: "Save today" }).waitFor();
    expect(kit.gateway.askedFor("PulseTrend")).toEqual([]);
    await page.getByRole("button", { name: "Your last four weeks" }).click();
    await chart(page).waitFor();
    expect(asked.some((url) => url.includes("pulse-trend"))).toBe(true);
    expect(kit.gateway.askedFor("PulseTrend")[0]?.variables).toEqual({ days: 28 });
  });

  it("break the line where days are missing, and say that this is fine", async () => {
    trend = aTrend([0, 1, 3, 6, 7, 8]);
    const page = await openTrend();
    await chart(page).waitFor();
    expect((await line(page))?.match(/M\d+/g)).toEqual(["M0", "M3", "M6"]);
    expect(await page.getByText("Where the line breaks, no answer was given. That is fine.").isVisible()).toBe(true);
  });

  it("break no word of their table on a narrow screen", async () => {
    trend = aTrend([0, 1, 2]);
    const page = await openTrend();
    await page.setViewportSize({ width: 320, height: 800 });
    await page.getByRole("button", { name: "As a table" }).click();
    const lines = await page.getByRole("columnheader", { name: "Heaviness" }).evaluate((cell) => {
      const words = document.createRange();
      words.selectNodeContents(cell);
      return new Set([...words.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).toBe(1);
  });

  it("say the same in words for those who listen", async () => {
    trend = aTrend([0, 1, 2, 3, 13]);
    const page = await openTrend();
    expect(await chart(page).getAttribute("aria-label")).toBe(
      "Mood over the last four weeks, answered on 5 days. Usually between “Low” and “Good”. Last on 10 November: “Very low”.",
    );
    await page.getByRole("button", { name: "Heaviness" }).click();
    expect(await chart(page).getAttribute("aria-label")).toContain("Heaviness over the last four weeks");
  });

  it("run from right to left where the page does", async () => {
    trend = aTrend([0, 1, 2, 3, 4, 27]);
    const ends = async (look: Look) => {
      const page = await openTrend(look);
      await chart(page).waitFor();
      const box = async (words: string) => (await page.getByText(words, { exact: true }).boundingBox())?.x ?? 0;
      const firstIsLeft = await page.locator("path.dots").evaluate((path) => {
        const matrix = (path as SVGPathElement).getScreenCTM();
        return (matrix?.a ?? 0) > 0;
      });
      return { firstIsLeft, todayIsRight: (await box("Today")) > (await box("28 October")) };
    };
    expect(await ends({ dir: "ltr" })).toEqual({ firstIsLeft: true, todayIsRight: true });
    expect(await ends({ dir: "rtl" })).toEqual({ firstIsLeft: false, todayIsRight: false });
  });

  it("claim no usual range before there are five days", async () => {
    trend = aTrend([0, 1, 2, 3]);
    const page = await openTrend();
    await page.getByText("Your usual range shows once five days are answered.").waitFor();
    expect(await page.locator(".band").count()).toBe(0);
  });

  it("have no chart for a question that was always left out, and start empty with a word of what comes", async () => {
    trend = { ...aTrend([0, 1]), hope: { answered: 0, median: null, lowerQuartile: null, upperQuartile: null } };
    const page = await openTrend();
    await page.getByRole("button", { name: "Hope" }).click();
    await page.getByText("This question was left out on all of these days.").waitFor();
    expect(await chart(page).count()).toBe(0);
    trend = aTrend([]);
    await (await openTrend()).getByText("Nothing here yet. Your first check-in starts it.").waitFor();
  });

  it("stand in a table, one tap away, with every answer in words", async () => {
    trend = aTrend([0, 5]);
    const page = await openTrend();
    await page.getByRole("button", { name: "As a table" }).click();
    const rows = page.getByRole("row");
    expect(await rows.nth(0).locator("th").allInnerTexts()).toEqual([
      "Day",
      "Mood",
      "Heaviness",
      "Closeness",
      "Hope",
      "Support received",
      "Support given",
    ]);
    expect(await rows.nth(1).locator("th, td").allInnerTexts()).toEqual([
      "2 November",
      "Very low",
      expect.any(String),
      expect.stringContaining("left out"),
      expect.any(String),
      "No",
      expect.stringContaining("left out"),
    ]);
  });

  it("are read again after a check-in", async () => {
    trend = aTrend([0]);
    kit.gateway.answers["RecordPulseCheckIn"] = () => {
      trend = aTrend([0, 27]);
      return { data: { recordPulseCheckIn: { checkIn: { id: "chk_1", day: "2026-11-24" } } } };
    };
    const page = await openTrend();
    await chart(page).waitFor();
    await page.getByText("Okay").click();
    await page.getByRole("button", { name: "Save today" }).click();
    await expect.poll(() => line(page)).toContain("M27");
  });

  it("can be tried again when they could not be read", async () => {
    trend = aTrend([0, 1]);
    const answer = kit.gateway.answers["PulseTrend"]!;
    kit.gateway.answers["PulseTrend"] = () => ({ refusal: { code: "INTERNAL" } });
    const page = await openTrend();
    await page.getByRole("alert").waitFor();
    kit.gateway.answers["PulseTrend"] = answer;
    await page.getByRole("button", { name: "Try again" }).click();
    await expectVisible(chart(page));
  });

  it("can be opened again when their code could not be fetched", async () => {
    trend = aTrend([0, 1]);
    const { page } = await kit.open(MARKUP);
    await page.getByRole("button", { name: "Save today" }).waitFor();
    await page.route("**/*pulse-trend*", (route) => route.abort());
    await page.getByRole("button", { name: "Your last four weeks" }).click();
    await page.getByRole("alert").waitFor();
    await page.unroute("**/*pulse-trend*");
    await page.getByRole("button", { name: "Try again" }).click();
    await expectVisible(chart(page));
  });
});
