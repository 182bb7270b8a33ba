import { expect, test } from "vitest";
import { unmarkedBreaks } from "./schema-breaks.ts";

const released = `type Query { offer(id: ID!): Offer } type Offer { title: String! state: State } enum State { OPEN PAUSED }`;
const without = (text: string, by = "") => released.replace(text, by);

test("what is only added breaks nobody", () => {
  expect(unmarkedBreaks(released, without("title: String!", "title: String! topics: [String!]"), [])).toEqual([]);
});

test.each([
  ["a field that is gone", without("title: String!"), "Breaking: Offer.title was removed."],
  [
    "a field that may be null now",
    without("String!", "String"),
    "Breaking: Offer.title changed type from String! to String.",
  ],
  ["a value that is gone", without("PAUSED"), "Breaking: PAUSED was removed from enum type State."],
  [
    "an argument that is needed now",
    without("id: ID!", "id: ID!, at: Int!"),
    "Breaking: A required arg at on Query.offer was added.",
  ],
])("%s is not let through unless a changeset says so", (_, current, line) => {
  expect(unmarkedBreaks(released, current, ["Breaking: something else"])).toEqual([line]);
  expect(unmarkedBreaks(released, current, [`Some words.\n\n${line}\n`])).toEqual([]);
});
