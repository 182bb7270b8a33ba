import { expect, test } from "vitest";
import { fault } from "../graphql/errors.js";
import { Feed } from "./feed.js";

const event = (n: number | string) => ({ data: { n } });
function feedOf(most = 3) {
  const ends: number[] = [];
  const feed = new Feed(most, () => ends.push(1));
  return { feed, ends };
}
const taken = async (feed: Feed) => (await feed.next()).value?.data?.n;

test("what happens before the beginning is sent after it, and is newer than what was missed of the same thing", async () => {
  const { feed } = feedOf();
  const first = feed.next();
  feed.push("a", event("a now"));
  feed.begin([
    ["first", event("first")],
    ["a", event("a then")],
    ["b", event("b")],
  ]);
  expect((await first).value?.data?.n).toBe("first");
  expect([await taken(feed), await taken(feed)]).toEqual(["b", "a now"]);
});

test("of a thing that changes faster than it is read only the newest state waits, behind what changed before it", async () => {
  const { feed } = feedOf();
  feed.begin([]);
  for (const n of [1, 2, 3]) {
    feed.push("a", event(`a${n}`));
    feed.push("b", event(`b${n}`));
  }
  feed.push("a", event("a4"));
  expect([await taken(feed), await taken(feed)]).toEqual(["b3", "a4"]);
});

test("no more things wait than may, and a change of one that waits still fits", () => {
  const { feed } = feedOf(2);
  feed.begin([]);
  expect([
    feed.push("a", event(1)),
    feed.push("b", event(1)),
    feed.push("a", event(2)),
    feed.push("c", event(1)),
  ]).toEqual([true, true, true, false]);
});

test("an end is the end: nothing that waited comes, and whoever waits is told", async () => {
  const { feed, ends } = feedOf();
  feed.begin([["first", event(1)]]);
  await feed.next();
  const waiting = feed.next();
  await feed.return();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(feed.push("a", event(2))).toBe(true);
  feed.end();
  expect(await feed.next()).toEqual({ done: true, value: undefined });
  expect(ends).toEqual([1]);
});

test("a fault is the last thing to come, and comes once", async () => {
  const { feed } = feedOf();
  feed.begin([["first", event(1)]]);
  const why = fault("UNAVAILABLE");
  feed.end(why);
  expect(await feed.next()).toEqual({ done: false, value: { errors: [why] } });
  expect(await feed.next()).toEqual({ done: true, value: undefined });
});
