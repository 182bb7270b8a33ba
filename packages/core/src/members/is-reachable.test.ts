import { expect, test } from "vitest";
import { isReachable } from "./is-reachable.js";
import { MemberState } from "./member.js";

test.each(Object.values(MemberState).map((state) => [state, state === "ACTIVE"] as const))(
  "whether others may turn to someone who is %s: %s",
  (state, reachable) => {
    expect(isReachable({ state })).toBe(reachable);
  },
);
