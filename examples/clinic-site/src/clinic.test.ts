import { jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clinic, startClinic } from "./clinic.ts";
import { html } from "./html.ts";

const settings = {
  endpoint: "http://kith.example:4000",
  partnerId: "prt_01jd8zt8w0e7rb0000000000aa",
  publishableKey: "pk_public",
  signingKey: { kid: "kid_1", secret: "a secret of more than thirty-two bytes" },
  people: [
    { externalId: "h-1", name: "Rosa <b>Lind</b>", role: "MEMBER" },
    { externalId: "h-2", name: "Tomas", role: "FACILITATOR" },
  ],
};
let clinic: Clinic;
beforeAll(async () => {
  clinic = await startClinic(settings, { port: 0, host: "127.0.0.1" });
});
afterAll(() => clinic.stop());

const at = (path: string) => new URL(path, `http://127.0.0.1:${clinic.port}`);
const post = (path: string, headers: Record<string, string>, body?: URLSearchParams) =>
  fetch(at(path), { method: "POST", headers, redirect: "manual", ...(body ? { body } : {}) });
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

test("a newcomer sees the page as the first person, with the elements and their way out in a crisis", async () => {
  const page = await fetch(at("/"));
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain(`<script type="module" src="http://kith.example:4000/kith.js"></script>`);
  expect(text).toContain(
    `<kith-session publishable-key="pk_public" token-url="/kith-token" crisis-url="/help"></kith-session>`,
  );
  expect(text).toMatch(/<kith-check-in><a href="\/help">/);
});

test("a name with markup in it is shown, not run", async () => {
  const text = await (await fetch(at("/"))).text();
  expect(text).toContain("Rosa &lt;b&gt;Lind&lt;/b&gt;");
  expect(text).not.toContain("<b>Lind");
  expect(html`<p title="${'"'}">${["<", html`<b>`]}</p>`.markup).toBe(`<p title="&quot;">&lt;<b></p>`);
});

test("the policy lets no script in but the gateway's, and no secret reaches the page", async () => {
  const page = await fetch(at("/"));
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src http://kith.example:4000;");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect(await page.text()).not.toContain(settings.signingKey.secret);
});

test("the token names the person who is signed in, and nobody else's page can have it", async () => {
  const cookie = cookieOf(await post("/demo", {}, new URLSearchParams({ member: "h-2" })));
  const answer = await post("/kith-token", { cookie });
  const { token } = (await answer.json()) as { token: string };
  const { payload } = await jwtVerify(token, new TextEncoder().encode(settings.signingKey.secret), {
    audience: "kith",
  });
  expect(payload.sub).toBe("h-2");
  expect((await post("/kith-token", { cookie, "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await post("/kith-token", { cookie, origin: "https://elsewhere.example" })).status).toBe(403);
});

test("nobody is signed in by a made-up name, and someone who signed out stays out", async () => {
  expect(cookieOf(await post("/demo", {}, new URLSearchParams({ member: "h-99" })))).not.toContain("clinic_session");
  const cookie = cookieOf(await post("/sign-out", {}));
  expect(await (await fetch(at("/"), { headers: { cookie } })).text()).toContain("You are signed out");
  expect((await post("/kith-token", { cookie })).status).toBe(401);
});

test("help is there for whoever is signed out, and before any script", async () => {
  const cookie = cookieOf(await post("/sign-out", {}));
  const text = await (await fetch(at("/help"), { headers: { cookie } })).text();
  expect(text).toMatch(/<kith-crisis-help country="IE">\s*<a href="tel:\+15550142">/);
  expect(text).toContain(`<script type="module" src="http://kith.example:4000/kith.js"></script>`);
  expect(text).not.toContain("<kith-session");
});

test("a page that is not there says so", async () => {
  expect((await fetch(at("/nowhere"))).status).toBe(404);
  expect((await fetch(at("/clinic.css"))).headers.get("content-type")).toContain("text/css");
});

test("a visitor sees the site in the language, theme and direction they chose, on the page where they chose it", async () => {
  const referer = at("/communities").href;
  const form = new URLSearchParams({ language: "ar", theme: "dark", direction: "auto" });
  const chosen = await post("/demo", { referer, cookie: "clinic_look=en.light.ltr" }, form);
  expect(chosen.headers.get("location")).toBe("/communities");
  const text = await (await fetch(at("/"), { headers: { cookie: cookieOf(chosen) } })).text();
  expect(text).toContain(`<html lang="ar" dir="rtl" data-theme="dark">`);
  expect(text).toContain("سعداء برؤيتك");
});

test("a browser that asks for German is met in German, and a made-up choice changes nothing", async () => {
  const german = { "accept-language": "nl,de-AT;q=0.8" };
  expect(await (await fetch(at("/"), { headers: german })).text()).toContain(`<html lang="de" dir="ltr"`);
  const made = new URLSearchParams({ language: `"><script>`, theme: "pink", direction: "up" });
  const kept = cookieOf(await post("/demo", { cookie: "clinic_look=fr.dark.rtl" }, made));
  expect(kept).toBe("clinic_look=fr.dark.rtl");
});

test("who comes from another site is not sent back there", async () => {
  const answer = await post("/demo", { referer: "https://elsewhere.example/trap" }, new URLSearchParams());
  expect(answer.headers.get("location")).toBe("/");
});
