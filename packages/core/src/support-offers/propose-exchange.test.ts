import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyExchange, exchange, offer } from "../../test/exchanges.js";
import { hours, NOW, nthId, person } from "../../test/people.js";
import { MemberState } from "../members/index.js";
import { isRefusal } from "../values/index.js";
import { ExchangeState, exchangeState } from "./exchange.js";
import { proposeExchange } from "./propose-exchange.js";

const author = person(1);
const someone = person(2);
const inCommunity = nthId("com", 1);
const asking = {
  offer: offer(),
  author,
  recipient: someone,
  memberId: someone.id,
  recipientMembership: null,
  openExchange: null,
  now: NOW,
} as const;
const offering = { ...asking, memberId: author.id } as const;

describe("proposing", () => {
  test("asks for oneself, and waits two weeks for an answer", () => {
    expect(proposeExchange(asking)).toStrictEqual({
      offerId: nthId("sof", 1),
      supporterId: author.id,
      recipientId: someone.id,
      proposedBy: "RECIPIENT",
      state: "PROPOSED",
      proposedAt: NOW,
      expiresAt: hours(14 * 24),
      acceptedAt: null,
      closedAt: null,
    });
  });

  test("is the author's too, to someone", () => {
    expect(proposeExchange(offering)).toMatchObject({
      proposedBy: "SUPPORTER",
      supporterId: author.id,
      recipientId: someone.id,
    });
  });

  test("is possible though the offer is full: the proposal waits", () => {
    expect(proposeExchange({ ...asking, offer: offer({ capacity: 1, acceptedCount: 1 }) })).toMatchObject({
      state: "PROPOSED",
    });
  });

  test("is possible in a community where the recipient is active", () => {
    const there = { offer: offer({ communityId: inCommunity }), recipientMembership: { state: "ACTIVE" } } as const;
    expect(proposeExchange({ ...asking, ...there })).toMatchObject({ state: "PROPOSED" });
    expect(proposeExchange({ ...offering, ...there })).toMatchObject({ state: "PROPOSED" });
  });

  test("is possible again once the last one came to its end, also when only time ended it", () => {
    fc.assert(
      fc.property(anyExchange, (last) => {
        const isOpen = ["PROPOSED", "ACCEPTED"].includes(exchangeState(last, NOW));
        const answer = proposeExchange({ ...asking, openExchange: last });
        expect(isRefusal(answer)).toBe(isOpen);
        if (isRefusal(answer)) expect(answer).toMatchObject({ code: "CONFLICT", reason: "EXCHANGE_ALREADY_OPEN" });
      }),
    );
  });
});

describe("proposing is refused", () => {
  const removed = { state: "REMOVED" } as const;
  const communityOffer = offer({ communityId: inCommunity });

  test.each([
    ["to oneself, by the author", { ...offering, recipient: author }, "BAD_INPUT", "ONESELF"],
    ["to the author, by someone", { ...asking, recipient: author }, "BAD_INPUT", "ONESELF"],
    [
      "for someone else, by who is not the author",
      { ...asking, memberId: nthId("mbr", 3) },
      "FORBIDDEN",
      "NOT_THE_AUTHOR",
    ],
    ["while the offer rests", { ...asking, offer: offer({ state: "PAUSED" }) }, "CONFLICT", "SUPPORT_OFFER_NOT_OPEN"],
    [
      "by the author too while it rests",
      { ...offering, offer: offer({ state: "PAUSED" }) },
      "CONFLICT",
      "SUPPORT_OFFER_NOT_OPEN",
    ],
    ["once it closed", { ...asking, offer: offer({ state: "CLOSED" }) }, "CONFLICT", "SUPPORT_OFFER_NOT_OPEN"],
    ["once it ended", { ...asking, offer: offer({ expiresAt: NOW }) }, "CONFLICT", "SUPPORT_OFFER_NOT_OPEN"],
    ["by who rests", { ...asking, recipient: person(2, { state: "PAUSED" }) }, "FORBIDDEN", "MEMBER_NOT_ACTIVE"],
    [
      "by an author who rests",
      { ...offering, author: person(1, { state: "PAUSED" }) },
      "FORBIDDEN",
      "MEMBER_NOT_ACTIVE",
    ],
    ["to an author who is away", { ...asking, author: person(1, { state: "PAUSED" }) }, "FORBIDDEN", "NOT_REACHABLE"],
    [
      "to someone who is away",
      { ...offering, recipient: person(2, { state: "ERASED" }) },
      "FORBIDDEN",
      "NOT_REACHABLE",
    ],
    ["by a minor to an adult", { ...asking, recipient: person(2, { ageBand: null }) }, "FORBIDDEN", "NOT_REACHABLE"],
    [
      "by an adult to a minor",
      { ...offering, recipient: person(2, { ageBand: "MINOR" }) },
      "FORBIDDEN",
      "NOT_REACHABLE",
    ],
    ["by who is not in its community", { ...asking, offer: communityOffer }, "FORBIDDEN", "NOT_A_MEMBER"],
    [
      "by who was removed from it",
      { ...asking, offer: communityOffer, recipientMembership: removed },
      "FORBIDDEN",
      "NOT_A_MEMBER",
    ],
    ["to who is not in its community", { ...offering, offer: communityOffer }, "FORBIDDEN", "NOT_REACHABLE"],
    ["twice", { ...asking, openExchange: exchange() }, "CONFLICT", "EXCHANGE_ALREADY_OPEN"],
    [
      "while one goes on",
      { ...offering, openExchange: exchange({ state: "ACCEPTED" }) },
      "CONFLICT",
      "EXCHANGE_ALREADY_OPEN",
    ],
  ] as const)("%s", (_, args, code, reason) => {
    expect(proposeExchange(args)).toStrictEqual(expect.objectContaining({ refused: true, code, reason }));
  });

  test("in words that do not tell an author a minor from someone away or outside", () => {
    const here = { offer: communityOffer, recipientMembership: { state: "ACTIVE" } } as const;
    const answers = [
      proposeExchange({ ...offering, ...here, recipient: person(2, { ageBand: "MINOR" }) }),
      proposeExchange({ ...offering, ...here, recipient: person(2, { ageBand: null }) }),
      proposeExchange({ ...offering, ...here, recipientMembership: null }),
      ...Object.values(MemberState)
        .filter((state) => state !== "ACTIVE")
        .map((state) => proposeExchange({ ...offering, ...here, recipient: person(2, { state }) })),
    ];
    for (const answer of answers) expect(answer).toStrictEqual(answers[0]);
  });
});

test("every state of an exchange is either open or over", () => {
  const open = Object.values(ExchangeState).filter((state) =>
    isRefusal(proposeExchange({ ...asking, openExchange: exchange({ state }) })),
  );
  expect(open).toEqual(["PROPOSED", "ACCEPTED"]);
});
