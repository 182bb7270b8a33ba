import { afterAll, beforeAll, test } from "vitest";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import { type TestWriting, testWriting } from "../platform/writing/testing.js";
let gateway: TestGateway;
let w: TestWriting;
beforeAll(async () => {
  gateway = await testGateway();
  w = testWriting(gateway);
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});
const show = (label: string, a: any) => console.log(label, "=>", a.status, a.text.slice(0, 400));
test("x", async () => {
  const one = gateway.partners[0];
  const ask = (q: string, v: object = {}, o: any = {}) => gateway.graphql(q, v, { as: one.ann, ...o });
  await w.mutate(one.secretKey, "upsertMember", { externalId: "a\ufffd" }, "member { id }");
  for (const x of ["a\ud800", "a\u0000", "a\ufffd", "\ud800", "", "a@b.c", "x".repeat(100000), "a' or 1=1 --"]) {
    show("member " + JSON.stringify(x).slice(0, 30), await ask("query($x: String!) { member(externalId: $x) { id externalId } }", { x }, { as: one.secretKey }));
    show("filter " + JSON.stringify(x).slice(0, 30), await ask("query($x: ID!) { supportOffers(filter: { communityId: $x }) { nodes { id } totalCount } }", { x }));
    show("nodes " + JSON.stringify(x).slice(0, 30), await ask("query($x: ID!) { nodes(ids: [$x]) { id } }", { x }));
    show("after " + JSON.stringify(x).slice(0, 30), await ask("query($x: String!) { viewer { pulseCheckIns(after: $x) { totalCount } } }", { x }));
    show("kind " + JSON.stringify(x).slice(0, 30), await ask("query($x: SupportKind!) { supportOffers(filter: { kind: $x }) { totalCount } }", { x }));
    show("kmember " + JSON.stringify(x).slice(0, 30), await gateway.graphql("{ viewer { member { id externalId } } }", {}, { as: one.secretKey, headers: { "kith-member": "external:" + Buffer.from(x.slice(0, 200).replace("\u0000", "")).toString("latin1") } }));
  }
  show("kmember raw ff", await gateway.graphql("{ viewer { member { id externalId } } }", {}, { as: one.secretKey, headers: { "kith-member": "external:a\u00ff" } }));
  for (const x of ["a\ud800", "a\ufffd"]) show("literal member", await ask(`{ member(externalId: ${JSON.stringify(x)}) { id externalId } }`, {}, { as: one.secretKey }));
  for (const n of ["__proto__", "constructor", "hasOwnProperty", "toString", "valueOf", "then", "toJSON", "length", "name", "prototype", "__typename", "__defineGetter__", "__x"]) {
    show("alias " + n, await ask(`{ ${n}: partner { ${n}: id } }`));
    show("alias+ " + n, await ask(`{ ${n}: viewer { ${n}: member { ${n}: id } x: supportOffers(first: 1) { ${n}: nodes { ${n}: id author { ${n}: id } } ${n}2: pageInfo { ${n}: hasNextPage } edges { ${n}: cursor } } } }`));
    show("computed " + n, await ask(`{ ${n}: pulseTrend { ${n}: days { ${n}: day } m: mood { ${n}: median } } }`));
    show("op " + n, await ask(`query ${n} { partner { id } }`, {}, { operationName: n }));
    show("opname missing " + n, await ask(`query Q { partner { id } }`, {}, { operationName: n }));
    show("var " + n, await ask(`query Q($${n}: ID!) { node(id: $${n}) { id } }`, JSON.parse(`{"${n}": "${one.offerId}"}`)));
    show("var missing " + n, await ask(`query Q($${n}: ID = "x") { partner { id } supportOffers(filter: { communityId: $${n} }) { totalCount } }`, {}));
    show("var missing nodef " + n, await ask(`query Q($${n}: ID) { supportOffers(filter: { communityId: $${n} }) { totalCount } }`, {}));
    show("var extra " + n, await ask(`query Q { partner { id } }`, JSON.parse(`{"${n}": {"${n}": 1}}`)));
    show("input key " + n, await ask(`query Q($f: SupportOfferFilter) { supportOffers(filter: $f) { totalCount } }`, JSON.parse(`{"f": {"${n}": {"kind": "EMOTIONAL"}}}`)));
    show("fragment " + n, await ask(`query Q { partner { ...${n} } } fragment ${n} on Partner { id }`));
    show("mutation alias " + n, await ask(`mutation { ${n}: recordPulseCheckIn(input: { mood: 3 }) { ${n}: checkIn { ${n}: mood } } }`, {}, { headers: { "idempotency-key": n } }));
    show("body key " + n, await gateway.fetch("/graphql", { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${one.ann.token}` }, body: `{"query":"{ partner { id } }","${n}":{"query":"x"}}` }));
  }
}, 60000);
