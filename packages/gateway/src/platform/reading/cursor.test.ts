import { expect, test } from "vitest";
import { keysOf, parseCursor } from "./cursor.js";

const byId = keysOf({ id: "text" } as never);
const byTime = keysOf({ recordedAt: "timestamptz", id: "text" } as never);
const id = "chk_01jdzq3v8e7g2b9x4c5n6p7r8s";
const cursor = (text: string) => Buffer.from(text).toString("base64url");

test("a cursor gives back its keys to the microsecond", () => {
  expect(parseCursor(byId, cursor(id))).toEqual([id]);
  expect(parseCursor(byTime, cursor(`2026-11-24T08:30:00.123456Z~${id}`))).toEqual(["2026-11-24T08:30:00.123456Z", id]);
});

test.each([
  ["nothing", ""],
  ["no base64", "!!!"],
  ["padded base64", Buffer.from(`${id}a`).toString("base64")],
  ["base64 of the other alphabet", Buffer.from("\u00ff\u00fe~?").toString("base64")],
  ["letters that do not decode to themselves", `${cursor(id).slice(0, -1)}_`],
  ["too few keys", cursor("")],
  ["too many keys", cursor(`${id}~${id}`)],
  ["a control character", cursor("chk\u0000")],
  ["white space", cursor("chk 1")],
  ["text beyond ASCII", cursor("chké")],
  ["far too long", cursor("a".repeat(10_000))],
])("a made-up cursor is refused: %s", (_what, text) => {
  expect(parseCursor(byId, text)).toBeNull();
});

test.each([
  "2026-02-30T08:30:00.123456Z",
  "2026-13-01T08:30:00.123456Z",
  "2026-11-24T24:00:00.000000Z",
  "2026-11-24T08:60:00.000000Z",
  "0000-01-01T00:00:00.000000Z",
  "2026-11-24T08:30:00.123Z",
  "2026-11-24T08:30:00.123456+01:00",
  "2026-11-24 08:30:00.123456+00",
  "infinity",
  "now",
  "",
])("an instant PostgreSQL would refuse or read otherwise never reaches it: %s", (instant) => {
  expect(parseCursor(byTime, cursor(`${instant}~${id}`))).toBeNull();
});

test("a cursor of another list with other keys is refused", () => {
  expect(parseCursor(byTime, cursor(id))).toBeNull();
  expect(parseCursor(byTime, cursor(`${id}~${id}`))).toBeNull();
});
