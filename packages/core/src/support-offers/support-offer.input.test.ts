import { describe, expect, test } from "vitest";
import { reasons, taken } from "../../test/reasons.js";
import {
  acceptExchangeInput,
  closeSupportOfferInput,
  completeExchangeInput,
  createSupportOfferInput,
  declineExchangeInput,
  endExchangeInput,
  pauseSupportOfferInput,
  proposeExchangeInput,
  resumeSupportOfferInput,
  updateSupportOfferInput,
  withdrawExchangeInput,
} from "./input.js";

const least = { kinds: ["EMOTIONAL"], title: "A listening ear" };

describe("createSupportOffer", () => {
  test("needs kinds and a title", () => {
    expect(taken(createSupportOfferInput, least)).toStrictEqual({
      ...least,
      description: null,
      topics: [],
      languages: [],
      waysToMeet: ["MESSAGE"],
      capacity: 1,
      communityId: null,
      expiresAt: null,
    });
  });

  test("takes null for what may be left out", () => {
    const nulls = {
      description: null,
      topics: null,
      languages: null,
      waysToMeet: null,
      communityId: null,
      expiresAt: null,
    };
    expect(taken(createSupportOfferInput, { ...least, ...nulls })).toEqual(taken(createSupportOfferInput, least));
  });

  test("all of it, tidied", () => {
    expect(
      taken(createSupportOfferInput, {
        kinds: ["COMPANIONSHIP", "EMOTIONAL"],
        title: "  Walk with me ",
        description: "On Sundays.\r\nRain or shine.",
        topics: ["grief", "grief"],
        languages: ["pt-br"],
        waysToMeet: ["CALL", "IN_PERSON"],
        capacity: 20,
        communityId: "com_x",
        expiresAt: new Date(0),
        state: "CLOSED",
      }),
    ).toStrictEqual({
      kinds: ["COMPANIONSHIP", "EMOTIONAL"],
      title: "Walk with me",
      description: "On Sundays.\nRain or shine.",
      topics: ["grief"],
      languages: ["pt-BR"],
      waysToMeet: ["CALL", "IN_PERSON"],
      capacity: 20,
      communityId: "com_x",
      expiresAt: new Date(0),
    });
  });

  test.each([
    [{ title: "A" }, "kinds: REQUIRED"],
    [{ ...least, kinds: [] }, "kinds: TOO_FEW"],
    [{ ...least, kinds: ["EMOTIONAL", "EMOTIONAL"] }, "kinds: REPEATED"],
    [{ ...least, kinds: ["MONEY"] }, "kinds.0: UNKNOWN_VALUE"],
    [{ kinds: ["EMOTIONAL"] }, "title: REQUIRED"],
    [{ ...least, title: "   " }, "title: EMPTY"],
    [{ ...least, title: "x".repeat(121) }, "title: TOO_LONG"],
    [{ ...least, title: "a\0" }, "title: CONTROL_CHARACTER"],
    [{ ...least, title: "\ud800" }, "title: BROKEN_TEXT"],
    [{ ...least, description: "x".repeat(2001) }, "description: TOO_LONG"],
    [{ ...least, topics: Array.from({ length: 11 }, String) }, "topics: TOO_MANY"],
    [{ ...least, languages: ["en", "klingonese"] }, "languages.1: NOT_A_LANGUAGE"],
    [{ ...least, waysToMeet: [] }, "waysToMeet: TOO_FEW"],
    [{ ...least, waysToMeet: ["LETTER"] }, "waysToMeet.0: UNKNOWN_VALUE"],
    [{ ...least, capacity: 0 }, "capacity: OUT_OF_RANGE"],
    [{ ...least, capacity: 21 }, "capacity: OUT_OF_RANGE"],
    [{ ...least, capacity: null }, "capacity: REQUIRED"],
    [{ ...least, communityId: 7 }, "communityId: WRONG_TYPE"],
    [{ ...least, expiresAt: "tomorrow" }, "expiresAt: NOT_AN_INSTANT"],
  ])("refuses %j", (input, reason) => {
    expect(reasons(createSupportOfferInput, input)).toEqual([reason]);
  });
});

describe("updateSupportOffer", () => {
  test("tells what was left out from what is cleared", () => {
    expect(taken(updateSupportOfferInput, { supportOfferId: "sof_x" })).toStrictEqual({ supportOfferId: "sof_x" });
    expect(
      taken(updateSupportOfferInput, {
        supportOfferId: "sof_x",
        description: null,
        topics: null,
        languages: null,
        expiresAt: null,
      }),
    ).toStrictEqual({ supportOfferId: "sof_x", description: null, topics: [], languages: [], expiresAt: null });
    expect(taken(updateSupportOfferInput, { supportOfferId: "sof_x", description: "" }).description).toBeNull();
    expect(taken(updateSupportOfferInput, { supportOfferId: "sof_x", title: undefined }).title).toBeUndefined();
  });

  test("does not move an offer to another community", () => {
    expect(taken(updateSupportOfferInput, { supportOfferId: "sof_x", communityId: "com_x" })).not.toHaveProperty(
      "communityId",
    );
  });

  test.each([
    [{}, "supportOfferId: REQUIRED"],
    [{ supportOfferId: "sof_x", title: null }, "title: REQUIRED"],
    [{ supportOfferId: "sof_x", kinds: null }, "kinds: REQUIRED"],
    [{ supportOfferId: "sof_x", waysToMeet: null }, "waysToMeet: REQUIRED"],
    [{ supportOfferId: "sof_x", capacity: null }, "capacity: REQUIRED"],
    [{ supportOfferId: "sof_x", capacity: 2.5 }, "capacity: OUT_OF_RANGE"],
  ])("refuses %j", (input, reason) => {
    expect(reasons(updateSupportOfferInput, input)).toEqual([reason]);
  });
});

test("what is done with an offer names it", () => {
  for (const schema of [pauseSupportOfferInput, resumeSupportOfferInput, closeSupportOfferInput]) {
    expect(taken(schema, { supportOfferId: "x", state: "OPEN" })).toStrictEqual({ supportOfferId: "x" });
    expect(reasons(schema, { supportOfferId: null })).toEqual(["supportOfferId: REQUIRED"]);
  }
});

test("what is done with an exchange names it", () => {
  const schemas = [
    acceptExchangeInput,
    declineExchangeInput,
    withdrawExchangeInput,
    endExchangeInput,
    completeExchangeInput,
  ];
  for (const schema of schemas) {
    expect(taken(schema, { exchangeId: "x" })).toStrictEqual({ exchangeId: "x" });
    expect(reasons(schema, { exchangeId: 7 })).toEqual(["exchangeId: WRONG_TYPE"]);
  }
});

test("a proposal names the offer, and whom only if said", () => {
  expect(taken(proposeExchangeInput, { supportOfferId: "x" })).toStrictEqual({
    supportOfferId: "x",
    recipientId: null,
  });
  expect(taken(proposeExchangeInput, { supportOfferId: "x", recipientId: "y" }).recipientId).toBe("y");
  expect(reasons(proposeExchangeInput, { recipientId: "y" })).toEqual(["supportOfferId: REQUIRED"]);
});
