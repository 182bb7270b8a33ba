import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { kindsKept, rawKept } from "../../testing/testing-kept.js";
import { expectSoundState, SESSION, type TestKit, testKit } from "../../testing/testing-kit.js";
import { expectVisible } from "../../testing/testing-page.js";
import { looseToken } from "../../testing/testing-site.js";

const MARKUP = `${SESSION}<kith-check-in></kith-check-in>`;
const SAVED = { data: { recordPulseCheckIn: { checkIn: { id: "chk_1", day: "2026-11-24" } } } };

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.site.token = () => looseToken("ann");
  kit.gateway.answers["RecordPulseCheckIn"] = () => SAVED;
});

const kept = (page: Page) => page.getByRole("heading", { name: "Kept for now" });
const sentNote = (page: Page) => page.getByText("What was kept on this device is saved now.");
const asked = () => kit.gateway.askedFor("RecordPulseCheckIn");

/** Waits until what keeps is there, which comes after the element can be used. */
async function ready(page: Page): Promise<void> {
  await page.getByText("Okay", { exact: true }).waitFor();
  await expect.poll(() => kit.gateway.served.some((path) => path.includes("/keeping"))).toBe(true);
  await page.waitForLoadState("networkidle");
}

async function keepOne(page: Page, words = "Low"): Promise<void> {
  await ready(page);
  await page.getByText(words, { exact: true }).click();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Save today" }).click();
  await kept(page).waitFor();
}

/** The same page of the same browser, later. */
async function visitAgain(page: Page): Promise<Page> {
  const next = await page.context().newPage();
  await next.goto(page.url());
  return next;
}

describe("a check-in without a network", () => {
  it("is sound when kept", async () => {
    await expectSoundState(kit, MARKUP, async (page) => {
      await keepOne(page);
      await page
        .context()
        .setOffline(false)
        .catch(() => {});
    });
  });

  it("is kept and said to be, and is sent once when there is one, as it was felt", async () => {
    const { page, events } = await kit.open(MARKUP);
    await keepOne(page);
    await expectVisible(page.getByText("What you noted is kept on this device, for you alone"));
    const keptAt = Date.now();
    await page.waitForTimeout(300);
    expect(asked()).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole("heading", { name: "Today is saved" }).waitFor();
    await expectVisible(sentNote(page));
    const { recordedAt, ...input } = asked()[0]!.variables.input;
    expect(input).toEqual({ mood: 2, timeZone: "Europe/Madrid" });
    expect(Date.parse(recordedAt)).toBeLessThanOrEqual(keptAt);
    expect((await events()).map(({ type }) => type)).toEqual(["kith-check-in-kept", "kith-check-in-recorded"]);
    await page.reload();
    await ready(page);
    expect(asked()).toHaveLength(1);
    expect(await kindsKept(page)).toEqual([]);
  });

  it("is sent on the next visit, once, though two tabs come back at the same time", async () => {
    const { page } = await kit.open(MARKUP);
    await keepOne(page);
    const tabs = await Promise.all([page.context().newPage(), page.context().newPage()]);
    const address = page.url();
    await page.close();
    await tabs[0]!.context().setOffline(false);
    await Promise.all(tabs.map((tab) => tab.goto(address)));
    await Promise.all(tabs.map((tab) => ready(tab)));
    await expect.poll(() => asked().length).toBe(1);
    await expect
      .poll(async () => (await Promise.all(tabs.map((tab) => sentNote(tab).count()))).toSorted())
      .toEqual([0, 1]);
    await tabs[0]!.waitForTimeout(300);
    expect(asked()).toHaveLength(1);
  });

  it("goes under its first key when the gateway had it and only the answer was lost", async () => {
    let lost = true;
    kit.gateway.answers["RecordPulseCheckIn"] = () => (lost ? "CUT_OFF" : SAVED);
    const { page } = await kit.open(MARKUP);
    await ready(page);
    await page.getByText("Low", { exact: true }).click();
    await page.getByRole("button", { name: "Save today" }).click();
    await kept(page).waitFor();
    lost = false;
    await page.getByRole("button", { name: "Send it now" }).click();
    await page.getByRole("heading", { name: "Today is saved" }).waitFor();
    expect(new Set(asked().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(new Set(asked().map(({ variables }) => JSON.stringify(variables))).size).toBe(1);
  });

  it("waits on while the gateway cannot take it, and is dropped when it never will", async () => {
    const { page } = await kit.open(MARKUP);
    await keepOne(page);
    kit.gateway.answers["RecordPulseCheckIn"] = () => ({ refusal: { code: "INTERNAL" } });
    await page.context().setOffline(false);
    await expect.poll(() => asked().length).toBe(1);
    expect(await kindsKept(page)).toEqual(["check-in"]);
    kit.gateway.answers["RecordPulseCheckIn"] = () => ({ refusal: { code: "BAD_INPUT", field: "input.mood" } });
    await page.reload();
    await expect.poll(() => asked().length).toBe(2);
    await expect.poll(() => kindsKept(page)).toEqual([]);
    expect(await sentNote(page).count()).toBe(0);
  });

  it("counts from its arrival where the device's clock runs a day ahead", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = ({ variables }) =>
      variables.input.recordedAt ? { refusal: { code: "BAD_INPUT", field: "recordedAt" } } : SAVED;
    const { page } = await kit.open(MARKUP);
    await page.clock.setFixedTime(Date.now() + 86_400_000);
    await keepOne(page);
    await page.context().setOffline(false);
    await sentNote(page).waitFor();
    expect(asked().at(-1)?.variables.input).toEqual({ mood: 2, timeZone: "Europe/Madrid" });
  });
});

describe("what is kept", () => {
  it("is nowhere in the clear: no answer, no name of the member, no key to be read out", async () => {
    const { page } = await kit.open(MARKUP);
    await keepOne(page);
    const { places, text, extractable } = await rawKept(page);
    expect(places.map(([kind]) => kind).toSorted()).toEqual(["check-in", "key"]);
    expect(text).not.toMatch(/mood|strain|answers|recordedAt|ann|Madrid/);
    expect(extractable).toEqual([false]);
  });

  it("is neither sent nor shown for another member, also where somebody moved it to their place", async () => {
    const { page } = await kit.open(MARKUP);
    await keepOne(page);
    await page.context().setOffline(false);
    kit.gateway.answers["RecordPulseCheckIn"] = () => "CUT_OFF";
    kit.site.token = () => looseToken("ben");
    const bens = await visitAgain(page);
    await keepAsBen(bens);
    await page.close();
    await bens.evaluate(moveAllToLast);
    asked().length = 0;
    kit.gateway.asked.length = 0;
    kit.gateway.answers["RecordPulseCheckIn"] = () => SAVED;
    await bens.reload();
    await expect.poll(() => asked().length).toBe(1);
    await bens.waitForTimeout(300);
    expect(asked().map(({ variables }) => variables.input.mood)).toEqual([5]);
    expect(asked()[0]?.authorization).toBe(`Bearer ${looseToken("ben")}`);
  });

  it("is gone after signing out, and not because a session ran out", async () => {
    const { page } = await kit.open(MARKUP);
    await keepOne(page);
    kit.gateway.answers["RecordPulseCheckIn"] = () => "CUT_OFF";
    await page.context().setOffline(false);
    kit.site.token = () => null;
    await page.reload();
    await page.getByText("You are signed out.").waitFor();
    expect(await kindsKept(page)).toEqual(["check-in"]);
    kit.site.token = () => looseToken("ann");
    await page.reload();
    await page.getByText("Something you noted is kept on this device.").waitFor();
    await page.evaluate(() => document.querySelector("kith-session")?.signOut());
    await expect.poll(async () => (await rawKept(page)).places).toEqual([]);
  });

  it("is gone, whoever's, where a page signs out before it was known who is there", async () => {
    const { page } = await kit.open(MARKUP);
    await keepOne(page);
    await page.context().setOffline(false);
    kit.site.token = () => new Promise(() => {});
    await page.reload();
    await page.getByText("Loading").first().waitFor({ state: "attached" });
    await page.evaluate(() => document.querySelector("kith-session")?.signOut());
    await expect.poll(async () => (await rawKept(page)).places).toEqual([]);
  });

  it("is gone after two weeks, unsent", async () => {
    const { page } = await kit.open(MARKUP);
    await keepOne(page);
    const address = page.url();
    const later = await page.context().newPage();
    await later.clock.setFixedTime(Date.now() + 15 * 86_400_000);
    // Before there is a network again, or the page would send it.
    await page.close();
    await later.context().setOffline(false);
    await later.goto(address);
    await ready(later);
    await expect.poll(() => kindsKept(later)).toEqual([]);
    expect(asked()).toEqual([]);
  });
});

describe("a device that keeps nothing", () => {
  const nothing = (page: Page) => page.getByText("Nothing can be kept on this device, so leave this page open.");

  async function expectAnswersStay(page: Page): Promise<void> {
    await nothing(page).waitFor();
    expect(await page.getByRole("radio", { name: "Low", exact: true }).isChecked()).toBe(true);
    kit.gateway.answers["RecordPulseCheckIn"] = () => SAVED;
    await page.getByRole("button", { name: "Save today" }).click();
    await page.getByRole("heading", { name: "Today is saved" }).waitFor();
    expect(new Set(asked().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  }

  it("because it is full says so, and the answers stay", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = () => "CUT_OFF";
    const { page, expectSound } = await kit.open(MARKUP);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: kit.site.url, quotaSize: 1 });
    await page.reload();
    await ready(page);
    await page.getByText("Low", { exact: true }).click();
    await page.getByRole("button", { name: "Save today" }).click();
    await nothing(page).waitFor();
    await expectSound();
    await expectAnswersStay(page);
  });

  it("because its storage never answers says so after a while", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = () => "CUT_OFF";
    const silent = () => {
      IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
    };
    const { page } = await kit.pages.open(kit.site.show(MARKUP), undefined, silent);
    await ready(page);
    await page.getByText("Low", { exact: true }).click();
    await page.getByRole("button", { name: "Save today" }).click();
    await expectAnswersStay(page);
  });

  it("because everything is blocked says so, and the answers stay", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = () => "CUT_OFF";
    const policy = `sandbox allow-scripts allow-forms; script-src ${kit.gateway.url}; style-src ${kit.site.url}; connect-src ${kit.gateway.url}`;
    const { page } = await kit.open("<kith-session></kith-session><kith-check-in></kith-check-in>", {
      policy,
    });
    await page.evaluate((token) => {
      const session = document.querySelector("kith-session");
      if (session) session.getToken = () => token;
    }, looseToken("ann"));
    await ready(page);
    await page.getByText("Low", { exact: true }).click();
    await page.getByRole("button", { name: "Save today" }).click();
    await expectAnswersStay(page);
  });
});

describe("answers that are not sent", () => {
  const back = (page: Page) => page.getByText("What you had begun is back.");
  const isLow = (page: Page) => page.getByRole("radio", { name: "Low", exact: true }).isChecked();

  async function begin(page: Page, words = "Low"): Promise<void> {
    await ready(page);
    await page.getByText(words, { exact: true }).click();
    await expect.poll(() => kindsKept(page)).toEqual(["draft"]);
  }

  it("are sound when they are back, a hard one with the way to help", async () => {
    await expectSoundState(kit, MARKUP, async (page) => {
      await begin(page, "Very low");
      await page.reload();
      await back(page).waitFor();
      await expectVisible(page.getByRole("link", { name: "talk to someone now" }));
    });
  });

  it("are there again after a reload, until they are sent, skipped or begun anew", async () => {
    const { page } = await kit.open(MARKUP);
    for (const end of ["Save today", "Skip this one", "Start over"]) {
      await begin(page);
      await page.reload();
      await back(page).waitFor();
      expect(await isLow(page)).toBe(true);
      await page.getByRole("button", { name: end }).click();
      await expect.poll(() => kindsKept(page)).toEqual([]);
      await page.reload();
    }
  });

  it("go under their first key after a failed sending and a reload", async () => {
    kit.gateway.answers["RecordPulseCheckIn"] = () => ({ refusal: { code: "INTERNAL" } });
    const { page } = await kit.open(MARKUP);
    await begin(page);
    await page.getByRole("button", { name: "Save today" }).click();
    await page.getByRole("alert").waitFor();
    kit.gateway.answers["RecordPulseCheckIn"] = () => SAVED;
    await page.reload();
    await back(page).waitFor();
    await page.getByRole("button", { name: "Save today" }).click();
    await page.getByText("Today is saved").waitFor();
    const [first, second] = asked();
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    expect(second?.variables).toEqual(first?.variables);
  });

  it("survive a session that ran out, and are not shown to another member", async () => {
    const { page } = await kit.open(MARKUP);
    await begin(page);
    kit.site.token = () => looseToken("ben");
    await page.evaluate(() => document.querySelector("kith-session")?.refresh());
    await page.waitForTimeout(300);
    expect(await isLow(page)).toBe(false);
    kit.site.token = () => looseToken("ann");
    await page.evaluate(() => document.querySelector("kith-session")?.refresh());
    await back(page).waitFor();
    expect(await isLow(page)).toBe(true);
  });

  it("are not put before anybody the next day", async () => {
    const { page } = await kit.open(MARKUP);
    await begin(page);
    await page.clock.setFixedTime(Date.now() + 86_400_000);
    await page.reload();
    await ready(page);
    await expect.poll(() => kindsKept(page)).toEqual([]);
    expect(await isLow(page)).toBe(false);
  });
});

async function keepAsBen(page: Page): Promise<void> {
  await ready(page);
  await page.getByText("Very good", { exact: true }).click();
  await page.getByRole("button", { name: "Save today" }).click();
  await kept(page).waitFor();
}

// Runs in the page: puts everything kept before under the name of the member whose key came last.
async function moveAllToLast(): Promise<void> {
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const database = await result(indexedDB.open("kith"));
  const store = database.transaction("kept", "readwrite").objectStore("kept");
  const [places, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
  const owners = new Set(places.map((place) => (place as [string, string])[1]));
  // Each owner's things under every other owner's name.
  for (const owner of owners) {
    places.forEach((place, index) => {
      const [kind, whose, id] = place as [string, string, string];
      if (kind !== "key" && whose !== owner) store.put(values[index], [kind, owner, `${id} moved`]);
    });
  }
  await new Promise((resolve) => {
    store.transaction.oncomplete = resolve;
  });
  database.close();
}
