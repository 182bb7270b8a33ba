import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildWidgets } from "../testing/testing-build.js";
import { anOffer, listOf } from "../testing/testing-data.js";
import { SESSION, type TestKit, testKit } from "../testing/testing-kit.js";
import { expectVisible } from "../testing/testing-page.js";

let kit: TestKit;
beforeAll(async () => {
  kit = await testKit();
  // Another version: the same script with chunks of other names, so that nothing of it is shared.
  const folder = await buildWidgets();
  for (const path of (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"))) {
    kit.gateway.files.set(`/other/${path}`, await readFile(join(folder, path), "utf8"));
  }
});
afterAll(() => kit?.stop());
beforeEach(async () => {
  await kit.reset();
  kit.gateway.answers["SupportOffers"] = () => ({ data: { supportOffers: listOf([anOffer()]) } });
});

const other = () => `<script type="module" src="${kit.gateway.url}/other/kith.js"></script>`;

const socket = () => kit.gateway.url.replace(/^http/, "ws");
const loose = () =>
  `script-src ${kit.gateway.url}; connect-src 'self' ${kit.gateway.url} ${socket()}; style-src 'self'`;

describe("two versions of the script on one page", () => {
  it("each with some of the elements, share one session", async () => {
    // The first version defines the session alone; the other, which comes later, the rest.
    const { page } = await kit.open("<kith-session token-url='/kith-token'></kith-session>", { policy: loose() });
    await page.evaluate(() => customElements.whenDefined("kith-session"));
    await page.route(`${kit.gateway.url}/chunks/kith-*`, (route) => route.abort());
    await page.evaluate((address) => {
      const script = document.createElement("script");
      script.type = "module";
      script.src = address;
      document.body.append(
        script,
        document.createElement("kith-support-board"),
        document.createElement("kith-check-in"),
      );
    }, `${kit.gateway.url}/other/kith.js`);
    await page.getByText("Ask Rosa").waitFor();
    await expectVisible(page.getByRole("radiogroup", { name: "How is your mood?" }));
    expect(kit.site.tokenCalls).toHaveLength(1);
  });

  it("from the start define each element once, with no error and one token", async () => {
    const { page, expectSound } = await kit.open(
      `${other()}${SESSION}<kith-check-in></kith-check-in><kith-support-board></kith-support-board>`,
      { policy: loose() },
    );
    await page.getByText("Ask Rosa").waitFor();
    await expectVisible(page.getByRole("radiogroup", { name: "How is your mood?" }));
    await expectSound();
    expect(kit.site.tokenCalls).toHaveLength(1);
  });
});

describe("trusted types", () => {
  const policyWith = (types: string) =>
    `default-src 'none'; script-src ${kit.gateway.url}; style-src 'self'; connect-src 'self' ${kit.gateway.url} ${socket()}; ` +
    `require-trusted-types-for 'script'; trusted-types ${types}`;
  const BOTH = `${SESSION}<kith-check-in></kith-check-in><kith-support-board></kith-support-board>`;

  it("need the one policy that is documented, and nothing else", async () => {
    const { page, expectSound } = await kit.open(BOTH, { policy: policyWith("lit-html") });
    await page.getByText("Ask Rosa").waitFor();
    await expectSound();
  });

  it("that forbid it leave what the page put inside the elements", async () => {
    const link = `<a href="https://helplines.example/">Our own line</a>`;
    const { page } = await kit.open(`${SESSION}<kith-check-in>${link}</kith-check-in>`, {
      policy: policyWith("'none'"),
    });
    await expectVisible(page.getByRole("link", { name: "Our own line" }));
    expect(await page.evaluate(() => customElements.get("kith-check-in"))).toBeUndefined();
  });

  it("let a page with lit of its own have ours too, where it allows the name twice", async () => {
    const { page, expectSound } = await kit.open(`${other()}${BOTH}`, {
      policy: policyWith("lit-html 'allow-duplicates'"),
    });
    await page.getByText("Ask Rosa").waitFor();
    await expectSound();
  });
});
