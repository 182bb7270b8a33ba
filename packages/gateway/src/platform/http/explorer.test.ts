import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildClientSchema, getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "./testing.js";

let gateway: TestGateway;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kith-explorer-"));
  gateway = await testGateway({ config: { environment: "development", explorerTokenFile: join(folder, "demo.json") } });
});
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true });
});

test("the explorer works without a network: it loads nothing from anywhere, and its policy would not let it", async () => {
  const { status, text, headers } = await gateway.fetch("/graphiql");
  expect(status).toBe(200);
  expect(text).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
  const policy = headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test("a demo member's token is filled in as it stands in the file now", async () => {
  expect((await gateway.fetch("/graphiql")).text).not.toContain("demo-token");
  for (const token of ["demo-token-1", "demo-token-2"]) {
    await writeFile(join(folder, "demo.json"), JSON.stringify({ members: [{ id: "mbr_1", token }] }));
    expect((await gateway.fetch("/graphiql")).text).toContain(token);
  }
});

test("half a file, or one of another form, leaves the explorer without a token and running", async () => {
  for (const half of ['{ "members": [', "{}", '{ "members": [] }', "null"]) {
    await writeFile(join(folder, "demo.json"), half);
    expect((await gateway.fetch("/graphiql")).status).toBe(200);
  }
});

test("the token is for whoever sits at this machine, not for a site that was given its address", async () => {
  const { request } = await import("node:http");
  await writeFile(join(folder, "demo.json"), JSON.stringify({ members: [{ token: "demo-token-3" }] }));
  const page = await new Promise<string>((resolve, reject) => {
    const { port } = new URL(gateway.url);
    request({ port, path: "/graphiql", headers: { host: `evil.example:${port}` } }, (response) => {
      let text = "";
      response.on("data", (data) => (text += data)).on("end", () => resolve(text));
    })
      .on("error", reject)
      .end();
  });
  expect(page).toContain("YogaGraphiQL");
  expect(page).not.toContain("demo-token-3");
});

test("in development anyone may look at the schema, and nothing else without a credential", async () => {
  const { status, data } = await gateway.graphql(getIntrospectionQuery());
  expect(status).toBe(200);
  expect(buildClientSchema(data).getQueryType()?.getFields()).toHaveProperty("supportOffers");
  for (const query of [
    "{ partner { id } }",
    "{ __typename partner { id } }",
    "{ __schema { queryType { name } } partner { id } }",
  ]) {
    expect((await gateway.graphql(query)).errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  }
});

test("who asks about the schema and the data at once gets both", async () => {
  const [one] = gateway.partners;
  const query = '{ __schema { queryType { name } } mine: viewer { member { id } } __type(name: "Partner") { kind } }';
  const { data } = await gateway.graphql(query, {}, { as: one.ann });
  expect(data).toEqual({
    __schema: { queryType: { name: "Query" } },
    mine: { member: { id: one.ann.id } },
    __type: { kind: "OBJECT" },
  });
});

test("in development a mistake is explained", async () => {
  const [one] = gateway.partners;
  const { errors } = await gateway.graphql("{ partner { nmae } }", {}, { as: one.ann });
  expect(errors?.[0]?.message).toMatch(/Cannot query field "nmae" on type "Partner". Did you mean "name"/);
});

test("the explorer's own page may ask with any credential, another site's may not", async () => {
  const [one] = gateway.partners;
  const own = { origin: gateway.url };
  expect((await gateway.graphql("{ partner { id } }", {}, { as: one.secretKey, headers: own })).status).toBe(200);
  expect((await gateway.graphql("{ partner { id } }", {}, { as: one.ann, headers: own })).status).toBe(200);
  const other = { origin: "http://localhost:1" };
  expect((await gateway.graphql("{ partner { id } }", {}, { as: one.ann, headers: other })).status).toBe(403);
});
