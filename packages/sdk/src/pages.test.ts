import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKith, type Kith } from "./client.js";
import {
  data,
  fault,
  type Received,
  type ScriptedGateway,
  scriptedGateway,
  type Turn,
} from "./testing/scripted-gateway.js";

// Communities named by their place, paged as Relay says and as the gateway does: both flags always true to the list.
let size = 0;
let failAt: number | null = null;
let gateway: ScriptedGateway;
let kith: Kith;

const turn: Turn = (response, received) => {
  if (gateway.received.length === failAt) return fault("FORBIDDEN")(response, received);
  const { first, after, last, before, withTotal } = received.body.variables ?? {};
  if ((first !== undefined || after !== undefined) && (last !== undefined || before !== undefined)) {
    return fault("BAD_INPUT")(response, received);
  }
  const from = after === undefined ? 0 : Number(after) + 1;
  const to = before === undefined ? size : Number(before);
  const start = last === undefined ? from : Math.max(from, to - Number(last));
  const end = first === undefined ? to : Math.min(to, from + Number(first));
  const nodes = Array.from({ length: Math.max(end - start, 0) }, (_, index) => ({ id: `com_${start + index}` }));
  const pageInfo = {
    hasNextPage: end < size,
    hasPreviousPage: start > 0,
    startCursor: nodes.length ? String(start) : null,
    endCursor: nodes.length ? String(end - 1) : null,
  };
  data({ communities: { nodes, pageInfo, ...(withTotal === true && { totalCount: size }) } })(response, received);
};

const ids = (nodes: { id: string }[] = []) => nodes.map(({ id }) => Number(id.slice(4)));
const sent = () => gateway.received.map((one: Received) => one.body.variables);
const count = (length: number) => Array.from({ length }, (_, index) => index);

beforeEach(async () => {
  failAt = null;
  gateway = await scriptedGateway(turn);
  kith = createKith({ endpoint: gateway.endpoint });
});
afterEach(() => gateway.close());

async function each(...args: Parameters<Kith["communities"]["each"]>) {
  const found: number[] = [];
  for await (const { id } of kith.communities.each(...args)) found.push(Number(id.slice(4)));
  return found;
}

describe("one page", () => {
  test("leads forward to the last page and back to the first", async () => {
    size = 5;
    const one = await kith.communities.list({ first: 2 });
    const two = await one.next();
    const three = await two?.next();
    expect([one, two, three].map((page) => ids(page?.nodes))).toEqual([[0, 1], [2, 3], [4]]);
    expect(await three?.next()).toBeNull();
    const back = await three?.previous();
    expect(ids(back?.nodes)).toEqual([2, 3]);
    expect(ids((await back?.previous())?.nodes)).toEqual([0, 1]);
    expect(await one.previous()).toBeNull();
  });

  test("from the end leads back, then forward again", async () => {
    size = 5;
    const end = await kith.communities.list({ last: 2 });
    const before = await end.previous();
    expect([end, before].map((page) => ids(page?.nodes))).toEqual([
      [3, 4],
      [1, 2],
    ]);
    expect(ids((await before?.next())?.nodes)).toEqual([3, 4]);
  });

  test("behind or ahead of a cursor is that page", async () => {
    size = 9;
    expect(ids((await kith.communities.list({ first: 2, after: "3" })).nodes)).toEqual([4, 5]);
    expect(ids((await kith.communities.list({ last: 2, before: "3" })).nodes)).toEqual([1, 2]);
    expect(sent()).toEqual([
      { first: 2, after: "3" },
      { last: 2, before: "3" },
    ]);
  });

  test("counts only when asked, and then on the following pages too", async () => {
    size = 3;
    expect(await kith.communities.list()).not.toHaveProperty("totalCount");
    const counted = await kith.communities.list({ first: 2, withTotal: true });
    expect(counted.totalCount).toBe(3);
    expect((await counted.next())?.totalCount).toBe(3);
  });

  test("of an empty list leads nowhere", async () => {
    size = 0;
    const page = await kith.communities.list();
    expect(page.nodes).toEqual([]);
    expect([await page.next(), await page.previous()]).toEqual([null, null]);
  });
});

describe("each in turn", () => {
  test("leaves none out and repeats none, forward and backward, whatever the sizes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.integer({ min: 1, max: 5 }), async (length, pageSize) => {
        size = length;
        expect(await each({ first: pageSize })).toEqual(count(length));
        expect(await each({ last: pageSize })).toEqual(count(length).reverse());
      }),
      { numRuns: 25 },
    );
  });

  test("starts behind or ahead of a cursor", async () => {
    size = 6;
    expect(await each({ first: 2, after: "2" })).toEqual([3, 4, 5]);
    expect(await each({ last: 2, before: "3" })).toEqual([2, 1, 0]);
  });

  test("fetches no page before it is needed, and none after one stops", async () => {
    size = 100;
    for await (const { id } of kith.communities.each({ first: 3 })) if (id === "com_4") break;
    expect(gateway.received).toHaveLength(2);
  });

  test("asks for 50 at a time", async () => {
    size = 60;
    expect(await each()).toEqual(count(60));
    expect(sent()).toEqual([{ first: 50 }, { first: 50, after: "49" }]);
  });

  test("a page that fails ends it with the error, after what came before", async () => {
    size = 6;
    failAt = 2;
    const found: string[] = [];
    const walk = async () => {
      for await (const { id } of kith.communities.each({ first: 2 })) found.push(id);
    };
    await expect(walk()).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(found).toEqual(["com_0", "com_1"]);
  });

  test("an abort between pages ends it", async () => {
    size = 6;
    const control = new AbortController();
    const walk = async () => {
      for await (const _ of kith.communities.each({ first: 2 }, { signal: control.signal })) control.abort();
    };
    const error = await walk().catch((reason: unknown) => reason);
    expect(error).toBe(control.signal.reason);
    expect(gateway.received).toHaveLength(1);
  });
});
