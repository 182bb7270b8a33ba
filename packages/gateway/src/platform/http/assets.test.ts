import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "./testing.js";

let gateway: TestGateway;
let folder: string;
const SCRIPT = `export const words = ${JSON.stringify("Who can you reach out to today? ".repeat(100))};\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kith-assets-"));
  const assets = join(folder, "assets");
  await mkdir(join(assets, "chunks"), { recursive: true });
  await mkdir(join(assets, ".hidden"));
  await writeFile(join(folder, "outside.js"), "secret");
  await symlink(join(folder, "outside.js"), join(assets, "link.js"));
  const files = [
    "kith.js",
    "chunks/check-in-BxY12abc.js",
    "chunks/kith-check-in.js",
    ".hidden/a.js",
    "page.html",
    ".env.js",
  ];
  await writeFile(join(assets, "lines-2026-11-24.json"), "{}");
  for (const file of files) await writeFile(join(assets, file), SCRIPT);
  gateway = await testGateway({ config: { assets, homeUrl: "https://clinic.example/start" } });
});
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

test("the widgets load on any site, with the type a browser insists on", async () => {
  const { status, text, headers } = await gateway.fetch("/kith.js");
  expect({ status, text }).toEqual({ status: 200, text: SCRIPT });
  expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("a name derived from the content is kept for ever, any other for minutes", async () => {
  const forever = "public, max-age=31536000, immutable";
  expect((await gateway.fetch("/chunks/check-in-BxY12abc.js")).headers.get("cache-control")).toBe(forever);
  for (const path of ["/kith.js", "/chunks/kith-check-in.js", "/lines-2026-11-24.json"]) {
    expect((await gateway.fetch(path)).headers.get("cache-control")).toBe("public, max-age=300");
  }
});

test("who has it already is not sent it again, until it changes", async () => {
  const etag = (await gateway.fetch("/kith.js")).headers.get("etag") ?? "";
  const again = () => gateway.fetch("/kith.js", { headers: { "if-none-match": etag } });
  expect(await again()).toMatchObject({ status: 304, text: "" });
  await writeFile(join(folder, "assets/kith.js"), `${SCRIPT}// changed\n`);
  expect((await again()).status).toBe(200);
  await writeFile(join(folder, "assets/kith.js"), SCRIPT);
});

test.each(["br", "gzip", "identity"])("a phone that reads %s gets it so, and the same text", async (encoding) => {
  const { text, headers } = await gateway.fetch("/chunks/kith-check-in.js", {
    headers: { "accept-encoding": encoding },
  });
  expect(text).toBe(SCRIPT);
  expect(headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
  expect(headers.get("vary")).toContain("Accept-Encoding");
});

test.each([
  "/link.js",
  "/.env.js",
  "/.hidden/a.js",
  "/page.html",
  "/chunks",
  "/chunks/",
  "/..%2foutside.js",
  "/chunks/..%2f..%2foutside.js",
  "/kith.js%00",
  "/kith.js/",
])("%s is not given out", async (path) => {
  expect((await gateway.fetch(path)).status).toBe(404);
});

test("a path that climbs, sent as it is, climbs nowhere", async () => {
  const { request } = await import("node:http");
  const status = await new Promise((resolve, reject) => {
    const { port } = new URL(gateway.url);
    request({ port, path: "/chunks/../../outside.js" }, (response) => resolve(response.resume().statusCode))
      .on("error", reject)
      .end();
  });
  expect(status).toBe(404);
});

test("HEAD tells of a file without sending it", async () => {
  const { status, text, headers } = await gateway.fetch("/kith.js", {
    method: "HEAD",
    headers: { "accept-encoding": "identity" },
  });
  expect({ status, text, length: headers.get("content-length") }).toEqual({
    status: 200,
    text: "",
    length: String(SCRIPT.length),
  });
  expect((await gateway.fetch("/kith.js", { method: "POST" })).status).toBe(404);
});

test("a browser at / is sent to where people are", async () => {
  const { status, headers } = await gateway.fetch("/");
  expect({ status, location: headers.get("location") }).toEqual({
    status: 302,
    location: "https://clinic.example/start",
  });
});
