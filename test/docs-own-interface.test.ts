import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { mintMemberToken } from "@kith/sdk/server";
import type { Browser, Page } from "playwright-core";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";
import { launchBrowser } from "./browser.ts";

const sample = (name: string) => fileURLToPath(new URL(`../docs/samples/${name}`, import.meta.url));
let gateway: TestGateway;
let browser: Browser;
/** What a partner's bundler makes of the sample, by path. */
let scripts: Map<string, string>;

beforeAll(async () => {
  [gateway, browser, scripts] = await Promise.all([testGateway(), launchBrowser(), bundled()]);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

async function bundled(): Promise<Map<string, string>> {
  const { output } = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["kith-source", "import", "default"] },
    build: {
      write: false,
      target: "es2023",
      rolldownOptions: {
        input: sample("own-offers.ts"),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === "chunk" ? file.code : ""]));
}

/** The page of the guide, at the partner's own origin, for somebody or nobody. */
async function open(externalId: string | null): Promise<Page> {
  const { origin, partnerId, signingKey } = gateway.partners[0];
  const page = await browser.newPage();
  const html = await readFile(sample("own-page.html"), "utf8");
  // A page out in the world may not call this machine, so what it sends is carried on from here, its origin with it.
  await page.route("https://kith.example/**", async (route) => {
    const request = route.request();
    const { status, headers, text } = await gateway.fetch(new URL(request.url()).pathname, {
      method: request.method(),
      headers: await request.allHeaders(),
      body: request.postData(),
    });
    await route.fulfill({ status, headers: Object.fromEntries(headers), body: text });
  });
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    const script = scripts.get(path);
    if (script !== undefined) return route.fulfill({ contentType: "text/javascript", body: script });
    if (path !== "/kith-token") return route.fulfill({ contentType: "text/html", body: html });
    if (!externalId) return route.fulfill({ status: 401 });
    return route.fulfill({ json: { token: await mintMemberToken({ partnerId, signingKey, externalId }) } });
  });
  await page.goto(`${origin}/`);
  return page;
}

test("the interface of the guide shows what there is, and asks", async () => {
  const { mark, addMember, openCommunityId } = gateway.partners[0];
  const dan = await addMember({ displayName: "Dan" });
  const join = "mutation ($id: ID!) { joinCommunity(input: { communityId: $id }) { membership { state } } }";
  await gateway.graphql(join, { id: openCommunityId }, { as: dan });
  const page = await open(dan.externalId);
  await page.getByText(`Listening · Ann ${mark}`).waitFor();
  await page.getByRole("button", { name: `Ask Ann ${mark}` }).click();
  await page.getByText(`You have asked Ann ${mark}.`).waitFor();
  const { data } = await gateway.graphql("{ viewer { exchanges { nodes { state } } } }", {}, { as: dan });
  expect(data.viewer.exchanges.nodes).toEqual([{ state: "PROPOSED" }]);
  await page.close();
});

test("someone who is signed out reads what to do, and finds crisis help", async () => {
  const page = await open(null);
  await page.getByText("You are signed out.").waitFor();
  expect(await page.getByRole("link", { name: "In crisis?" }).count()).toBe(1);
  await page.close();
});
