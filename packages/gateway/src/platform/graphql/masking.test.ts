import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../http/testing.js";
import type { TestPartner } from "../http/testing.partner.js";

let gateway: TestGateway;
let one: TestPartner;
beforeAll(async () => {
  gateway = await testGateway({ config: { statementTimeoutMs: 300 } });
  one = gateway.partners[0];
});
afterAll(() => gateway.stop());

/** Changes the database behind the gateway's back while `work` runs. */
async function broken<T>(breakIt: string, mend: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client(gateway.adminUrl);
  await client.connect();
  try {
    await client.query(breakIt);
    return await work();
  } finally {
    await client.query(mend);
    await client.end();
  }
}

const RAISE = (message: string) =>
  `create function fail() returns trigger language plpgsql as $$ begin raise exception '${message}' using detail = '${message}', hint = '${message}'; end $$;
   create trigger fail before insert on pulse_check_in for each row execute function fail()`;
const MEND = "drop trigger fail on pulse_check_in; drop function fail";
const RECORD = "mutation ($input: RecordPulseCheckInInput!) { recordPulseCheckIn(input: $input) { checkIn { id } } }";

test("what a database says of its rows stays in the house: only INTERNAL and a request id leave", async () => {
  const said = `row of ${one.mark}`;
  const answer = await broken(RAISE(said), MEND, () =>
    gateway.graphql(RECORD, { input: { mood: 3 } }, { as: one.ann }),
  );
  const requestId = answer.headers.get("kith-request-id");
  expect(answer.errors).toEqual([
    {
      message: "Something went wrong here; it is logged under the request id.",
      path: ["recordPulseCheckIn"],
      locations: expect.anything(),
      extensions: { code: "INTERNAL", requestId },
    },
  ]);
  const logged = gateway
    .logged()
    .split("\n")
    .filter((line) => line.includes(requestId ?? "none"));
  expect(logged.join()).toContain("unexpected error");
  expect(logged.join()).toContain('"code":"P0001"');
  expect(logged.join()).not.toContain(one.mark);
});

test("a table that is not what it should be is INTERNAL too, and names no table", async () => {
  const answer = await broken("alter table partner rename to clinic", "alter table clinic rename to partner", () =>
    gateway.graphql("{ partner { name } }", {}, { as: one.ann }),
  );
  expect(answer.errors?.[0]?.extensions).toEqual({
    code: "INTERNAL",
    requestId: answer.headers.get("kith-request-id"),
  });
  expect(answer.text).not.toMatch(/clinic|relation|select/);
});

test("a database that does not answer in time is UNAVAILABLE, for the whole request, and says when to try again", async () => {
  const answer = await broken("begin; lock table partner in access exclusive mode", "rollback", () =>
    gateway.graphql("{ partner { name } }", {}, { as: one.ann }),
  );
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(answer.errors?.[0]?.extensions).toEqual({ code: "UNAVAILABLE" });
});

test("so is one that cannot be asked who calls", async () => {
  const { token } = await one.addMember();
  const answer = await broken("begin; lock table signing_key in access exclusive mode", "rollback", () =>
    gateway.graphql("{ partner { name } }", {}, { as: token, headers: { origin: one.origin } }),
  );
  expect(answer.status).toBe(503);
  expect(answer.errors?.[0]?.extensions).toEqual({ code: "UNAVAILABLE" });
  expect(answer.headers.get("access-control-allow-origin")).toBe(one.origin);
});

test("when a part fails, the rest is answered with 200", async () => {
  const query = '{ partner { id } node(id: "com_00000000000000000000000000") { id } }';
  const { status, data, errors } = await gateway.graphql(query, {}, { as: one.ann });
  expect({ status, data, code: errors?.[0]?.extensions.code }).toEqual({
    status: 200,
    data: { partner: { id: one.partnerId }, node: null },
    code: "NOT_FOUND",
  });
});

test("no word of a query, a variable, a name or a credential is ever logged", async () => {
  const secret = "words-nobody-may-read";
  await gateway.graphql(
    `query Fine($t: ID!) { node(id: $t) { id } member(externalId: "${secret}") { id } }`,
    { t: secret },
    { as: one.ann },
  );
  await gateway.graphql(`{ ${secret.replaceAll("-", "_")} }`, {}, { as: one.ann });
  await gateway.graphql("{ partner { id } }", {}, { as: one.ann, operationName: secret });
  await gateway.graphql(
    "{ partner { id } }",
    {},
    { as: secret, headers: { "kith-member": secret, "user-agent": secret } },
  );
  await gateway.fetch(`/${secret}?${secret}`, { headers: { origin: `https://${secret}.example` } });
  const logged = gateway.logged();
  expect(logged).not.toMatch(/words.nobody.may.read/);
  expect(logged).not.toContain("127.0.0.1");
  expect(logged).not.toContain(one.ann.token.slice(-20));
  expect(logged).toMatch(/"route":"graphql","status":200,"ms":[\d.]+,"partnerId":"prt_[a-z0-9]+","operation":"Fine"/);
});

test("an operation's name is logged only when it is short enough to be one", async () => {
  await gateway.graphql(`query ${"N".repeat(65)} { partner { id } }`, {}, { as: one.ann });
  expect(gateway.logged()).not.toContain("N".repeat(65));
});
