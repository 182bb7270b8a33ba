import { describe, expect, test } from "vitest";
import { nthId } from "../../test/people.js";
import { memberAccess, memberView } from "./member.access.js";
import type { Viewer } from "./viewer.js";

const ana = { id: nthId("mbr", 1) };
const asAna: Viewer = { kind: "MEMBER", memberId: ana.id, isAdult: true };
const asBen: Viewer = { kind: "MEMBER", memberId: nthId("mbr", 2), isAdult: true };
const nothing = { sharesCommunity: false, sharesExchange: false };

describe("who sees that a member is there", () => {
  test.each([
    ["oneself", asAna, nothing, "SELF"],
    ["oneself, also in one's own community", asAna, { sharesCommunity: true, sharesExchange: true }, "SELF"],
    ["the partner's server", { kind: "SERVER" }, nothing, "SERVER"],
    ["who shares a community", asBen, { ...nothing, sharesCommunity: true }, "SHARED_COMMUNITY"],
    ["the other side of an exchange", asBen, { ...nothing, sharesExchange: true }, "SHARED_EXCHANGE"],
    ["a stranger", asBen, nothing, null],
    ["the publishable key", { kind: "PUBLIC" }, nothing, null],
    [
      "the publishable key, whatever is claimed",
      { kind: "PUBLIC" },
      { sharesCommunity: true, sharesExchange: true },
      null,
    ],
  ] as const)("%s", (_, viewer: Viewer, shares, grant) => {
    expect(memberAccess({ member: ana, viewer, ...shares })).toBe(grant);
  });

  test("only oneself and the server see more than the name", () => {
    expect(memberView("SELF")).toBe("FULL");
    expect(memberView("SERVER")).toBe("FULL");
    expect(memberView("SHARED_COMMUNITY")).toBe("NAME");
    expect(memberView("SHARED_EXCHANGE")).toBe("NAME");
  });
});
