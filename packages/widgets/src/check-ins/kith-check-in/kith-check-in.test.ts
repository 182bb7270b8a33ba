import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aTrend } from "../../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";

const LINES = "https://helplines.example/";
const MARKUP = `${SESSION}<kith-check-in><a href="${LINES}">Our own line</a></kith-check-in>`;
const SAVED = { data: { recordPulseCheckIn: { checkIn: { id: "chk_1", day: "2026-11-24" } } } };

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers = {
    RecordPulseCheckIn: () => SAVED,
    PulseTrend: () => ({ data: { pulseTrend: aTrend([0, 1, 2, 4, 5, 9, 27]) } }),
  };
});

const ready = (page: Page) => page.getByRole("radiogroup", { name: "How is your mood?" }).waitFor();
const answer = (page: Page, question: string, words: string) =>
  page.getByRole("radiogroup", { name: question }).getByText(words, { exact: true }).click();
const save = (page: Page) => page.getByRole("button", { name: "Save today" }).click();
const focused = (page: Page) =>
  page.evaluate(() => {
    let here: Element | null = document.activeElement;
    while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
    return here?.textContent?.trim() ?? "";
  });

describe("checking in", () => {
  it("takes a person who uses the keyboard alone from the first question to a saved day", async () => {
    const { page, events } = await kit.open(MARKUP);
    await ready(page);
    await page.getByRole("radio", { name: "Very low" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("radio", { name: "Okay" }).isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Clear");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await page.getByRole("radio", { name: "Light" }).isChecked()).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Today is saved" }).waitFor();
    expect(await focused(page)).toBe("Today is saved");
    expect(kit.gateway.askedFor("RecordPulseCheckIn")[0]?.variables.input).toMatchObject({ mood: 3, strain: 1 });
    expect(await events()).toEqual([
      { type: "kith-check-in-recorded", detail: { id: "chk_1", day: "2026-11-24" }, target: "kith-check-in" },
    ]);
  });

  it("sends when it was felt and in which time zone, and nothing that was left out or cleared", async () => {
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How is your mood?", "Good");
    await answer(page, "How hopeful do you feel?", "Very");
    await answer(page, "Did someone support you today?", "No");
    await page.getByRole("button", { name: "Clear the answer to: How is your mood?" }).click();
    expect(await page.getByRole("radio", { name: "Good", exact: true }).isChecked()).toBe(false);
    await save(page);
    await page.getByText("Today is saved").waitFor();
    const { recordedAt, ...input } = kit.gateway.askedFor("RecordPulseCheckIn")[0]!.variables.input;
    expect(input).toEqual({ hope: 5, supportReceived: false, timeZone: "Europe/Madrid" });
    expect(Math.abs(Date.now() - Date.parse(recordedAt))).toBeLessThan(30_000);
  });

  it("does not save an empty check-in: it says so and leads to the first question", async () => {
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await save(page);
    expect(await page.getByRole("alert").innerText()).toBe("Answer one of these first, or skip this one.");
    expect(await page.getByRole("radio", { name: "Very low" }).evaluate((radio) => radio.matches(":focus"))).toBe(true);
    expect(kit.gateway.askedFor("RecordPulseCheckIn")).toEqual([]);
    await answer(page, "How is your mood?", "Low");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("loses no answer when saving fails, and saves once however often it is sent", async () => {
    let failing = true;
    kit.gateway.answers["RecordPulseCheckIn"] = () => (failing ? { refusal: { code: "INTERNAL" } } : SAVED);
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How heavy does today feel?", "Some");
    await save(page);
    expect(await page.getByRole("alert").innerText()).toContain("Your answers are still here.");
    expect(await page.getByRole("radio", { name: "Some" }).first().isChecked()).toBe(true);
    failing = false;
    await save(page);
    await page.getByText("Today is saved").waitFor();
    const [first, second] = kit.gateway.askedFor("RecordPulseCheckIn");
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    expect(second?.variables).toEqual(first?.variables);
  });

  it("does not send changed answers under the key of the earlier ones", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = () => ({ refusal: { code: "INTERNAL" } });
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How is your mood?", "Low");
    await save(page);
    await page.getByRole("alert").waitFor();
    await answer(page, "How is your mood?", "Good");
    await save(page);
    await expect.poll(() => kit.gateway.askedFor("RecordPulseCheckIn").length).toBe(2);
    const [first, second] = kit.gateway.askedFor("RecordPulseCheckIn");
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
  });

  it("lets someone check in whose clock runs ahead", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = ({ variables }) =>
      variables.input.recordedAt ? { refusal: { code: "BAD_INPUT", field: "recordedAt" } } : SAVED;
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How is your mood?", "Low");
    await save(page);
    await page.getByText("Today is saved").waitFor();
    expect(kit.gateway.askedFor("RecordPulseCheckIn").at(-1)?.variables.input).toMatchObject({ mood: 2 });
  });

  it("sends once when the button is pressed twice", async () => {
    let answerNow = () => {};
    const held = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    kit.gateway.answers["RecordPulseCheckIn"] = async () => {
      await held;
      return SAVED;
    };
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How is your mood?", "Low");
    await save(page);
    await page.getByRole("button", { name: "Saving" }).waitFor();
    await page.keyboard.press("Enter");
    answerNow();
    await page.getByText("Today is saved").waitFor();
    expect(kit.gateway.askedFor("RecordPulseCheckIn")).toHaveLength(1);
  });

  it("saves nothing when skipped, and offers itself again without a word of blame", async () => {
    const { page, events } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How is your mood?", "Low");
    await page.getByRole("button", { name: "Skip this one" }).click();
    expect(await focused(page)).toBe("Skipped for now");
    await page.getByRole("button", { name: "Check in after all" }).click();
    expect(await page.getByRole("radio", { name: "Low", exact: true }).isChecked()).toBe(false);
    expect(kit.gateway.asked).toEqual([]);
    expect(await events()).toEqual([]);
  });
});

describe("a hard answer", () => {
  const help = (page: Page) => page.getByRole("link", { name: "talk to someone now" });

  it.each([
    ["How is your mood?", "Very low"],
    ["How heavy does today feel?", "Very heavy"],
    ["How hopeful do you feel?", "Not at all"],
  ])("to “%s” shows the page's own crisis line at once", async (question, words) => {
    const { page } = await kit.open(MARKUP);
    await ready(page);
    expect(await help(page).count()).toBe(0);
    await answer(page, question, words);
    expect(await help(page).getAttribute("href")).toBe(LINES);
  });

  it("keeps the way to help in sight when saving fails, when saved, when skipped and when signed out", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = () => ({ refusal: { code: "INTERNAL" } });
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How is your mood?", "Very low");
    await save(page);
    await page.getByRole("alert").waitFor();
    expect(await help(page).isVisible()).toBe(true);

    kit.gateway.answers["RecordPulseCheckIn"] = () => SAVED;
    await save(page);
    await page.getByText("Today is saved").waitFor();
    expect(await help(page).isVisible()).toBe(true);

    await page.getByRole("button", { name: "Check in again" }).click();
    await answer(page, "How heavy does today feel?", "Very heavy");
    await page.getByRole("button", { name: "Skip this one" }).click();
    expect(await help(page).isVisible()).toBe(true);

    await page.evaluate(() => document.querySelector("kith-session")?.signOut());
    await page.getByText("You are signed out.").waitFor();
    expect(await help(page).isVisible()).toBe(true);
  });

  it("shows no such line for an ordinary day", async () => {
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await answer(page, "How is your mood?", "Low");
    await answer(page, "How heavy does today feel?", "Heavy");
    await answer(page, "How close do you feel to other people?", "Far away");
    expect(await help(page).count()).toBe(0);
  });
});
