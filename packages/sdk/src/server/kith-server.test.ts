import { afterEach, expect, test, vi } from "vitest";
import { data, type ScriptedGateway, scriptedGateway } from "../testing/scripted-gateway.js";
import { kithServer } from "./kith-server.js";

const open: ScriptedGateway[] = [];

async function serverAnswered(value: unknown) {
  const gateway = await scriptedGateway(data(value));
  open.push(gateway);
  return { ...gateway, kith: kithServer({ endpoint: gateway.endpoint, secretKey: "sk_test" }) };
}

afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(open.splice(0).map((gateway) => gateway.close()));
});

test("the partner's own work goes by the secret key alone", async () => {
  const { kith, received } = await serverAnswered({ upsertMember: { member: { id: "mbr_1" } } });
  expect(await kith.members.upsert({ externalId: "42", displayName: "Ada" })).toEqual({ id: "mbr_1" });
  expect(received[0]?.headers).toMatchObject({
    authorization: "Bearer sk_test",
    "idempotency-key": expect.any(String),
  });
  expect(received[0]?.headers).not.toHaveProperty("kith-member");
});

test("acting for a member names them, by id or by the partner's own id", async () => {
  const { kith, received } = await serverAnswered({ viewer: null });
  await kith.actingFor("mbr_1").viewer();
  await kith.actingFor({ externalId: "patient 42" }).viewer();
  await kith.actingFor({ externalId: "Zoë 患者" }).viewer();
  const named = received.map(({ headers }) => Buffer.from(String(headers["kith-member"]), "latin1").toString("utf8"));
  expect(named).toEqual(["mbr_1", "external:patient 42", "external:Zoë 患者"]);
  expect(received.every(({ headers }) => headers.authorization === "Bearer sk_test")).toBe(true);
});

test("an externalId that nobody has is NOT_FOUND", async () => {
  const { kith } = await serverAnswered({ member: null });
  await expect(kith.members.get({ externalId: "43" })).rejects.toMatchObject({
    code: "NOT_FOUND",
    field: "externalId",
  });
});

test("it does not start in a page", () => {
  vi.stubGlobal("document", {});
  expect(() => kithServer({ endpoint: "https://kith.example", secretKey: "sk_test" })).toThrow(
    /must not run in a page/,
  );
});
