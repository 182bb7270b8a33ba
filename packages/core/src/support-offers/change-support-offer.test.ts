import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offer } from "../../test/exchanges.js";
import { anyMemberState, hours, NOW, nthId, person } from "../../test/people.js";
import { isRefusal, WAYS_TO_MEET } from "../values/index.js";
import { closeSupportOffer } from "./close-support-offer.js";
import { createSupportOffer } from "./create-support-offer.js";
import { pauseSupportOffer } from "./pause-support-offer.js";
import { resumeSupportOffer } from "./resume-support-offer.js";
import { SupportOfferState, supportOfferState } from "./support-offer.js";
import { updateSupportOffer } from "./update-support-offer.js";

const author = person(1);
const byAuthor = { memberId: author.id, now: NOW };
const byOther = { memberId: nthId("mbr", 2), now: NOW };
const draft = {
  kinds: ["EMOTIONAL", "COMPANIONSHIP"],
  title: "A walk and a talk",
  description: null,
  topics: ["grief"],
  languages: ["en"],
  waysToMeet: ["MESSAGE", "CALL"],
  capacity: 2,
  expiresAt: null,
} as const;
const partnerWide = { author, communityId: null, membership: null, now: NOW };
const anyOffer = fc
  .record({
    state: fc.constantFrom("OPEN", "PAUSED", "CLOSED"),
    expiresAt: fc.option(fc.integer({ min: -3, max: 3 }).map(hours)),
    capacity: fc.integer({ min: 1, max: 20 }),
  })
  .map(offer);

describe("where an offer stands", () => {
  test("it ends at its instant, not before, unless it was closed", () => {
    const ending = { expiresAt: NOW } as const;
    const justBefore = new Date(NOW.getTime() - 1);
    expect(supportOfferState(offer(ending), justBefore)).toBe("OPEN");
    expect(supportOfferState(offer(ending), NOW)).toBe("EXPIRED");
    expect(supportOfferState(offer({ ...ending, state: "PAUSED" }), NOW)).toBe("EXPIRED");
    expect(supportOfferState(offer({ ...ending, state: "CLOSED" }), NOW)).toBe("CLOSED");
    expect(supportOfferState(offer(), hours(999_999))).toBe("OPEN");
  });
});

describe("a new offer", () => {
  test("is open at once with all its seats", () => {
    expect(createSupportOffer(draft, partnerWide)).toStrictEqual({
      ...draft,
      authorId: author.id,
      communityId: null,
      acceptedCount: 0,
      state: "OPEN",
      createdAt: NOW,
      updatedAt: NOW,
    });
  });

  test("holds nothing that the input had besides", () => {
    const more = { ...draft, acceptedCount: -5, state: "CLOSED", authorId: "mbr_someone", supportOfferId: "sof_x" };
    expect(createSupportOffer(more, partnerWide)).toMatchObject({
      acceptedCount: 0,
      state: "OPEN",
      authorId: author.id,
    });
    expect(createSupportOffer(more, partnerWide)).not.toHaveProperty("supportOfferId");
  });

  test("in a community is for its active members to make", () => {
    const there = { ...partnerWide, communityId: nthId("com", 1) };
    expect(createSupportOffer(draft, { ...there, membership: { state: "ACTIVE" } })).toMatchObject({
      communityId: nthId("com", 1),
    });
    for (const membership of [null, { state: "LEFT" }, { state: "REMOVED" }] as const) {
      expect(createSupportOffer(draft, { ...there, membership })).toMatchObject({
        code: "FORBIDDEN",
        reason: "NOT_A_MEMBER",
        field: "communityId",
      });
    }
  });

  test("comes only from who is active", () => {
    fc.assert(
      fc.property(anyMemberState, (state) => {
        const answer = createSupportOffer(draft, { ...partnerWide, author: person(1, { state }) });
        expect(isRefusal(answer)).toBe(state !== "ACTIVE");
        if (isRefusal(answer)) expect(answer).toMatchObject({ code: "FORBIDDEN", reason: "MEMBER_NOT_ACTIVE" });
      }),
    );
  });

  test("cannot end before it begins", () => {
    for (const expiresAt of [NOW, hours(-1)]) {
      expect(createSupportOffer({ ...draft, expiresAt }, partnerWide)).toMatchObject({
        code: "BAD_INPUT",
        reason: "NOT_IN_THE_FUTURE",
        field: "expiresAt",
      });
    }
    expect(createSupportOffer({ ...draft, expiresAt: hours(1) }, partnerWide)).toMatchObject({ state: "OPEN" });
  });

  test("meets nobody in person, nor lends a hand, before the partner can vet", () => {
    expect(createSupportOffer({ ...draft, waysToMeet: ["CALL", "IN_PERSON"] }, partnerWide)).toMatchObject({
      code: "BAD_INPUT",
      reason: "WAY_TO_MEET_NOT_ENABLED",
      field: "waysToMeet.1",
    });
    fc.assert(
      fc.property(fc.subarray([...WAYS_TO_MEET], { minLength: 1 }), (waysToMeet) => {
        const notYet = waysToMeet.includes("IN_PERSON") || waysToMeet.includes("PRACTICAL");
        expect(isRefusal(createSupportOffer({ ...draft, waysToMeet }, partnerWide))).toBe(notYet);
        expect(isRefusal(updateSupportOffer(offer(), { waysToMeet }, byAuthor))).toBe(notYet);
      }),
    );
  });
});

describe("pausing, resuming and closing", () => {
  const change = { pause: pauseSupportOffer, resume: resumeSupportOffer, close: closeSupportOffer };

  test("each leads where its name says", () => {
    expect(pauseSupportOffer(offer(), byAuthor)).toStrictEqual({ state: "PAUSED", updatedAt: NOW });
    expect(resumeSupportOffer(offer({ state: "PAUSED" }), byAuthor)).toStrictEqual({ state: "OPEN", updatedAt: NOW });
    for (const state of ["OPEN", "PAUSED"] as const) {
      expect(closeSupportOffer(offer({ state }), byAuthor)).toStrictEqual({ state: "CLOSED", updatedAt: NOW });
    }
    expect(closeSupportOffer(offer({ expiresAt: hours(-1) }), byAuthor)).toMatchObject({ state: "CLOSED" });
  });

  test("nobody but the author may, a facilitator neither", () => {
    for (const rule of Object.values(change)) {
      for (const state of ["OPEN", "PAUSED", "CLOSED"] as const) {
        expect(rule(offer({ state }), byOther)).toMatchObject({ code: "FORBIDDEN", reason: "NOT_THE_AUTHOR" });
      }
    }
  });

  test("the wrong state says which it is", () => {
    const conflict = (reason: string) => expect.objectContaining({ code: "CONFLICT", reason });
    expect(pauseSupportOffer(offer({ state: "PAUSED" }), byAuthor)).toEqual(conflict("SUPPORT_OFFER_PAUSED"));
    expect(pauseSupportOffer(offer({ expiresAt: NOW }), byAuthor)).toEqual(conflict("SUPPORT_OFFER_EXPIRED"));
    expect(resumeSupportOffer(offer(), byAuthor)).toEqual(conflict("SUPPORT_OFFER_OPEN"));
    expect(resumeSupportOffer(offer({ state: "PAUSED", expiresAt: NOW }), byAuthor)).toEqual(
      conflict("SUPPORT_OFFER_EXPIRED"),
    );
    expect(closeSupportOffer(offer({ state: "CLOSED" }), byAuthor)).toEqual(conflict("SUPPORT_OFFER_CLOSED"));
  });

  test("a closed offer never opens again, whatever is tried", () => {
    const anyStep = fc.constantFrom(...Object.values(change));
    fc.assert(
      fc.property(anyOffer, fc.array(anyStep, { maxLength: 8 }), (start, steps) => {
        let current = start;
        for (const rule of steps) {
          const answer = rule(current, byAuthor);
          if (current.state === "CLOSED") expect(isRefusal(answer)).toBe(true);
          if (!isRefusal(answer)) current = { ...current, ...answer };
        }
        expect(Object.values(SupportOfferState)).toContain(supportOfferState(current, NOW));
      }),
    );
  });
});

describe("changing what an offer says", () => {
  test("gives only what was asked to change, null included", () => {
    expect(updateSupportOffer(offer(), { title: "New", description: null, expiresAt: null }, byAuthor)).toStrictEqual({
      title: "New",
      description: null,
      expiresAt: null,
      updatedAt: NOW,
    });
    expect(updateSupportOffer(offer(), { topics: [], title: undefined, capacity: undefined }, byAuthor)).toStrictEqual({
      topics: [],
      updatedAt: NOW,
    });
    expect(updateSupportOffer(offer(), draft, byAuthor)).toStrictEqual({ ...draft, updatedAt: NOW });
  });

  test("never touches whose it is, where it is, its state or its count", () => {
    const more = {
      title: "New",
      authorId: "mbr_x",
      communityId: "com_x",
      acceptedCount: 0,
      state: "OPEN",
      supportOfferId: "sof_x",
    };
    expect(updateSupportOffer(offer(), more, byAuthor)).toStrictEqual({ title: "New", updatedAt: NOW });
  });

  test("keeps a seat for everyone already accepted", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }), (capacity, acceptedCount) => {
        const answer = updateSupportOffer(offer({ capacity: 20, acceptedCount }), { capacity }, byAuthor);
        expect(isRefusal(answer)).toBe(capacity < acceptedCount);
        if (isRefusal(answer)) {
          expect(answer).toMatchObject({ code: "BAD_INPUT", reason: "BELOW_ACCEPTED", field: "capacity" });
        }
      }),
    );
  });

  test("is the author's alone, of an offer that still holds, to an end that is to come", () => {
    expect(updateSupportOffer(offer(), { title: "New" }, byOther)).toMatchObject({ reason: "NOT_THE_AUTHOR" });
    expect(updateSupportOffer(offer({ state: "CLOSED" }), { title: "New" }, byAuthor)).toMatchObject({
      code: "CONFLICT",
      reason: "SUPPORT_OFFER_CLOSED",
    });
    expect(updateSupportOffer(offer({ expiresAt: NOW }), { expiresAt: hours(5) }, byAuthor)).toMatchObject({
      reason: "SUPPORT_OFFER_EXPIRED",
    });
    expect(updateSupportOffer(offer(), { expiresAt: NOW }, byAuthor)).toMatchObject({
      code: "BAD_INPUT",
      reason: "NOT_IN_THE_FUTURE",
      field: "expiresAt",
    });
    expect(updateSupportOffer(offer({ state: "PAUSED" }), { expiresAt: hours(1) }, byAuthor)).toMatchObject({
      expiresAt: hours(1),
    });
  });
});
