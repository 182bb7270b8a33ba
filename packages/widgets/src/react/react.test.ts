import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listOf } from "../testing/testing-data.js";
import { type TestKit, testKit } from "../testing/testing-kit.js";
import { expectVisible } from "../testing/testing-page.js";
import { app } from "../testing/testing-react-app.js";
import { buildApp } from "../testing/testing-react-build.js";
import { looseToken } from "../testing/testing-site.js";
import { KithSession } from "./index.js";

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
  kit.gateway.files.set("/app.js", await buildApp());
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers = {
    RecordPulseCheckIn: () => ({ data: { recordPulseCheckIn: { checkIn: { id: "chk_1", day: "2026-11-24" } } } }),
    SupportOffers: () => ({ data: { supportOffers: listOf([]) } }),
  };
});

const openApp = (inside = "") =>
  kit.open(`<div id="app">${inside}</div><script type="module" src="${kit.gateway.url}/app.js"></script>`, {
    script: false,
  });
const troubles = (page: Awaited<ReturnType<typeof openApp>>["page"]) => page.evaluate(() => window.kithApp.troubles);

describe("React's components on a server", () => {
  it("are the bare tags with their attributes, and what stands inside", () => {
    expect(renderToString(app)).toBe(
      '<div><kith-session publishable-key="pk_test" token-url="/kith-token"></kith-session>' +
        '<kith-check-in class="wide"><a href="https://helplines.example/">Our own line</a></kith-check-in></div>',
    );
  });

  it("never write a function or a listener into the markup", () => {
    const markup = renderToString(createElement(KithSession, { getToken: () => "secret", onSignedOut: () => {} }));
    expect(markup).toBe("<kith-session></kith-session>");
  });

  it("are taken over in the browser without a difference", async () => {
    const { page, expectSound } = await openApp(renderToString(app));
    await expectVisible(page.getByRole("button", { name: "Save today" }));
    expect(await troubles(page)).toEqual([]);
    await expectSound();
  });
});

describe("React's components in strict mode", () => {
  it("ask for one token, and tell each event once and to the handler of now", async () => {
    const { page } = await openApp();
    await page.getByText("Okay").click();
    await page.evaluate(() =>
      window.kithApp.show({ tokenUrl: "/kith-token", checkIn: true, as: "second", communityId: "com_1" }),
    );
    expect(await page.getByRole("radio", { name: "Okay" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Save today" }).click();
    await page.getByText("Today is saved").waitFor();
    expect(await page.evaluate(() => window.kithApp.heard)).toEqual(["second 2026-11-24"]);
    expect(kit.site.tokenCalls).toHaveLength(1);
    expect(await page.locator("kith-support-board").getAttribute("community-id")).toBe("com_1");
    expect(await troubles(page)).toEqual([]);
  });

  it("hand over what markup cannot say, also before the element's code is there", async () => {
    const { page } = await openApp();
    await page.getByText("Okay").waitFor();
    await page.evaluate(
      (token) => window.kithApp.show({ getToken: () => token, communityId: "com_1" }),
      looseToken("zoe"),
    );
    await expect.poll(() => kit.gateway.asked.at(-1)?.authorization).toBe(`Bearer ${looseToken("zoe")}`);
  });

  it("take everything with them when they go, and begin again when they come back", async () => {
    const { page } = await openApp();
    await page.getByText("Okay").click();
    await page.evaluate(() => window.kithApp.show({}));
    await page.locator("kith-check-in").waitFor({ state: "detached" });
    await page.evaluate(() => window.kithApp.show({ tokenUrl: "/kith-token", checkIn: true }));
    await page.getByText("What you had begun is back.").waitFor();
    expect(await page.getByRole("radio", { name: "Okay" }).isChecked()).toBe(true);
    await page.evaluate(() => window.kithApp.unmount());
    expect(await page.locator("kith-session, kith-check-in").count()).toBe(0);
    expect(await troubles(page)).toEqual([]);
  });
});
