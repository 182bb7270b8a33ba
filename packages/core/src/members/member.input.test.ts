import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import { revokeMemberTokensInput, updateProfileInput, upsertMemberInput } from "./input.js";

describe("upsertMember", () => {
  test("takes all that the partner's server knows, tidied", () => {
    expect(
      taken(upsertMemberInput, {
        externalId: "patient-7",
        displayName: " Rosa ",
        ageBand: "ADULT",
        roles: ["CARE_TEAM"],
        languages: ["PT-br", "en"],
        timeZone: "Europe/Madrid",
        state: "PAUSED",
        isAdmin: true,
      }),
    ).toEqual({
      externalId: "patient-7",
      displayName: "Rosa",
      ageBand: "ADULT",
      roles: ["CARE_TEAM"],
      languages: ["pt-BR", "en"],
      timeZone: "Europe/Madrid",
      state: "PAUSED",
    });
  });

  test("tells what was left out from what is cleared", () => {
    expect(taken(upsertMemberInput, { externalId: "7" })).toStrictEqual({ externalId: "7" });
    expect(
      taken(upsertMemberInput, {
        externalId: "7",
        displayName: null,
        ageBand: null,
        roles: null,
        languages: null,
        timeZone: null,
        state: null,
      }),
    ).toStrictEqual({
      externalId: "7",
      displayName: null,
      ageBand: null,
      roles: [],
      languages: [],
      timeZone: null,
      state: "ACTIVE",
    });
    expect(
      taken(upsertMemberInput, { externalId: "7", displayName: undefined, roles: undefined }).roles,
    ).toBeUndefined();
  });

  test.each([
    [{}, "externalId: REQUIRED"],
    [{ externalId: null }, "externalId: REQUIRED"],
    [{ externalId: "rosa@clinic.example" }, "externalId: LOOKS_LIKE_EMAIL"],
    [{ externalId: "7", displayName: " " }, "displayName: EMPTY"],
    [{ externalId: "7", displayName: "x".repeat(81) }, "displayName: TOO_LONG"],
    [{ externalId: "7", displayName: "Ro\nsa" }, "displayName: CONTROL_CHARACTER"],
    [{ externalId: "7", ageBand: "CHILD" }, "ageBand: UNKNOWN_VALUE"],
    [{ externalId: "7", roles: ["MODERATOR", "ADMIN"] }, "roles.1: UNKNOWN_VALUE"],
    [{ externalId: "7", roles: ["MODERATOR", "MODERATOR"] }, "roles: REPEATED"],
    [{ externalId: "7", languages: ["english"] }, "languages.0: NOT_A_LANGUAGE"],
    [{ externalId: "7", timeZone: "+01:00" }, "timeZone: NOT_A_TIME_ZONE"],
    [{ externalId: "7", state: "GONE" }, "state: UNKNOWN_VALUE"],
  ])("refuses %j", (input, reason) => {
    expect(reasons(upsertMemberInput, input)).toEqual([reason]);
  });

  test("refuses what is no input at all", () => {
    expect(reasons(upsertMemberInput, null)).toEqual([": REQUIRED"]);
    expect(reasons(upsertMemberInput, "7")).toEqual([": WRONG_TYPE"]);
  });
});

describe("updateProfile", () => {
  test("takes languages and time zone and nothing that only the partner may say", () => {
    expect(
      taken(updateProfileInput, { languages: ["es"], timeZone: null, ageBand: "ADULT", roles: ["MODERATOR"] }),
    ).toStrictEqual({ languages: ["es"], timeZone: null });
    expect(taken(updateProfileInput, {})).toStrictEqual({});
  });

  test("refuses a zone that is none", () => {
    expect(reasons(updateProfileInput, { timeZone: "Mars/Olympus" })).toEqual(["timeZone: NOT_A_TIME_ZONE"]);
  });
});

test("revokeMemberTokens takes whatever may be an id and leaves it to the lookup", () => {
  expect(taken(revokeMemberTokensInput, { memberId: "nobody" })).toEqual({ memberId: "nobody" });
  expect(reasons(revokeMemberTokensInput, {})).toEqual(["memberId: REQUIRED"]);
});
