import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";

const LINE = `<a href="https://helplines.example/">Our own line</a>`;

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(() => kit.reset());

describe("crisis help", () => {
  it("that the page put inside an element shows when no script ever comes", async () => {
    const { page } = await kit.open(`<kith-check-in>${LINE}</kith-check-in>`);
    await page.route("**/*.js", (route) => route.abort());
    await page.reload();
    expect(await page.getByRole("link", { name: "Our own line" }).isVisible()).toBe(true);
    expect(await page.evaluate(() => customElements.get("kith-check-in"))).toBeUndefined();
  });

  it("stands in the foot beside ours once the element is there, signed in or not", async () => {
    kit.site.token = () => null;
    const { page } = await kit.open(`${SESSION}<kith-check-in>${LINE}</kith-check-in>`);
    await page.getByText("You are signed out.").waitFor();
    expect(await page.getByRole("link", { name: "Our own line" }).isVisible()).toBe(true);
    const ours = page.getByRole("link", { name: "Help in a crisis" });
    expect(await ours.getAttribute("href")).toBe("https://findahelpline.com");
  });

  it("is not there twice when the page links to the same place", async () => {
    const { page } = await kit.open(
      `<kith-check-in><a href="https://findahelpline.com">A helpline</a></kith-check-in>`,
    );
    await page.getByRole("link", { name: "Leave this page fast" }).waitFor();
    expect(await page.getByRole("link", { name: "Help in a crisis" }).count()).toBe(0);
    expect(await page.getByRole("link", { name: "A helpline" }).isVisible()).toBe(true);
  });

  it("goes where the page says, for one element or for all", async () => {
    const { page } = await kit.open(
      `<kith-session crisis-url="https://all.example/"></kith-session>
       <kith-check-in crisis-url="https://one.example/"></kith-check-in><kith-support-board></kith-support-board>`,
    );
    const links = page.getByRole("link", { name: "Help in a crisis" });
    await links.nth(1).waitFor();
    expect(await links.nth(0).getAttribute("href")).toBe("https://one.example/");
    expect(await links.nth(1).getAttribute("href")).toBe("https://all.example/");
  });
});

describe("leaving fast", () => {
  const exit = "Leave this page fast";

  it("replaces the page, so that the way back does not lead to it", async () => {
    const { page } = await kit.open("<p>Before</p>");
    await page.goto(kit.site.show(`${SESSION}<kith-check-in></kith-check-in>`));
    await page.getByRole("link", { name: exit }).click();
    await page.waitForURL("**/neutral");
    await page.goBack();
    expect(await page.getByText("Before").isVisible()).toBe(true);
    expect(await page.locator("kith-check-in").count()).toBe(0);
  });

  it("takes everything off the screen at once, however slow the next page is", async () => {
    const { page } = await kit.open(`<kith-check-in exit-url="/slow"></kith-check-in>`);
    await page.getByRole("link", { name: exit }).waitFor();
    const left = await page.evaluate(() => {
      document.querySelector("kith-check-in")?.shadowRoot?.querySelector<HTMLElement>("[part=exit-link]")?.click();
      return { elements: document.documentElement.childElementCount, title: document.title };
    });
    expect(left).toEqual({ elements: 0, title: "" });
  });

  it("takes three presses of Escape wherever the focus is, even where the page stops the key", async () => {
    const { page } = await kit.open(`${SESSION}<input aria-label="Search"><kith-support-board></kith-support-board>`);
    await page.getByRole("link", { name: exit }).waitFor();
    await page.evaluate(() => document.addEventListener("keydown", (event) => event.stopImmediatePropagation(), true));
    await page.getByLabel("Search").focus();
    for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    await expectVisible(page.getByText("Sunny."));
  });

  it("does not happen by two presses, by slow ones, or with another key between", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    await page.getByRole("link", { name: exit }).waitFor();
    for (const key of ["Escape", "Escape", "a", "Escape", "Escape"]) await page.keyboard.press(key);
    await page.waitForTimeout(2_100);
    await page.keyboard.press("Escape");
    await page.waitForTimeout(100);
    expect(page.url()).toContain("/page-");
  });

  it("is not left behind by an element that was removed", async () => {
    const { page } = await kit.open(`${SESSION}<kith-check-in></kith-check-in>`);
    await page.getByRole("link", { name: exit }).waitFor();
    await page.evaluate(() => document.querySelector("kith-check-in")?.remove());
    for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    await page.waitForTimeout(100);
    expect(page.url()).toContain("/page-");
  });
});
