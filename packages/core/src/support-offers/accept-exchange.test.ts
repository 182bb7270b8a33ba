import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exchange, offer } from "../../test/exchanges.js";
import { anyAgeBand, anyMemberState, hours, NOW, nthId, person } from "../../test/people.js";
import { AgeBand, MemberState } from "../members/index.js";
import { MatchingDial } from "../partners/index.js";
import { isRefusal } from "../values/index.js";
import { acceptExchange } from "./accept-exchange.js";
import type { Exchange } from "./exchange.js";
import { transitionExchange } from "./transition-exchange.js";

const supporter = person(1);
const recipient = person(2);
const asked = {
  exchange: exchange(),
  offer: offer(),
  supporter,
  recipient,
  memberId: supporter.id,
  matchingDial: MatchingDial.PEER_TO_PEER,
  now: NOW,
} as const;

describe("saying yes", () => {
  test("takes a seat", () => {
    expect(acceptExchange(asked)).toStrictEqual({
      state: "ACCEPTED",
      acceptedAt: NOW,
      closedAt: null,
      acceptedCountChange: 1,
    });
  });

  test("is the recipient's when the supporter proposed", () => {
    const exchangeOfSupporter = exchange({ proposedBy: "SUPPORTER" });
    expect(acceptExchange({ ...asked, exchange: exchangeOfSupporter, memberId: recipient.id })).toMatchObject({
      state: "ACCEPTED",
    });
    expect(acceptExchange({ ...asked, exchange: exchangeOfSupporter })).toMatchObject({
      code: "FORBIDDEN",
      reason: "NOT_YOUR_TURN",
    });
  });

  test("is possible while the offer rests, since it was asked for before", () => {
    expect(acceptExchange({ ...asked, offer: offer({ state: "PAUSED" }) })).toMatchObject({ state: "ACCEPTED" });
  });

  test("is possible between two minors", () => {
    const minors = { supporter: person(1, { ageBand: AgeBand.MINOR }), recipient: person(2, { ageBand: null }) };
    expect(acceptExchange({ ...asked, ...minors })).toMatchObject({ state: "ACCEPTED" });
  });
});

describe("saying yes is refused", () => {
  test.each([
    ["to one's own proposal", { memberId: recipient.id }, "FORBIDDEN", "NOT_YOUR_TURN"],
    ["to a stranger", { memberId: nthId("mbr", 3) }, "NOT_FOUND", "NOT_A_PARTICIPANT"],
    ["twice", { exchange: exchange({ state: "ACCEPTED" }) }, "CONFLICT", "EXCHANGE_ACCEPTED"],
    ["after it was taken back", { exchange: exchange({ state: "WITHDRAWN" }) }, "CONFLICT", "EXCHANGE_WITHDRAWN"],
    ["too late", { exchange: exchange({ expiresAt: hours(0) }) }, "CONFLICT", "EXCHANGE_EXPIRED"],
    ["once the offer closed", { offer: offer({ state: "CLOSED" }) }, "CONFLICT", "SUPPORT_OFFER_CLOSED"],
    ["once the offer ended", { offer: offer({ expiresAt: hours(-1) }) }, "CONFLICT", "SUPPORT_OFFER_CLOSED"],
    ["when no seat is left", { offer: offer({ acceptedCount: 1 }) }, "CAPACITY_REACHED", "NO_SEATS"],
    ["where staff propose", { matchingDial: MatchingDial.STAFF_PROPOSES }, "FORBIDDEN", "STAFF_DECIDES"],
    ["where staff approve", { matchingDial: MatchingDial.STAFF_APPROVES }, "FORBIDDEN", "STAFF_DECIDES"],
    ["where Kith only suggests", { matchingDial: MatchingDial.SUGGEST_ONLY }, "FORBIDDEN", "STAFF_DECIDES"],
    ["to who rests", { supporter: person(1, { state: "PAUSED" }) }, "FORBIDDEN", "MEMBER_NOT_ACTIVE"],
    ["when the other was suspended", { recipient: person(2, { state: "SUSPENDED" }) }, "FORBIDDEN", "NOT_REACHABLE"],
    ["between an adult and a minor", { recipient: person(2, { ageBand: "MINOR" }) }, "FORBIDDEN", "NOT_REACHABLE"],
    ["when the other's age is unknown", { recipient: person(2, { ageBand: null }) }, "FORBIDDEN", "NOT_REACHABLE"],
  ] as const)("%s", (_, but, code, reason) => {
    expect(acceptExchange({ ...asked, ...but })).toStrictEqual(
      expect.objectContaining({ refused: true, code, reason }),
    );
  });

  test("in words that do not tell a minor from someone who is away", () => {
    const answers = [
      person(2, { ageBand: AgeBand.MINOR }),
      person(2, { ageBand: null }),
      ...Object.values(MemberState)
        .filter((state) => state !== "ACTIVE")
        .map((state) => person(2, { state })),
    ].map((other) => acceptExchange({ ...asked, recipient: other }));
    for (const answer of answers) expect(answer).toStrictEqual(answers[0]);
  });

  test("whenever the two may not meet or either is not active, whoever asks", () => {
    const anySide = fc.record({ ageBand: anyAgeBand, state: anyMemberState });
    fc.assert(
      fc.property(anySide, anySide, fc.boolean(), (one, other, bySupporter) => {
        const answer = acceptExchange({
          ...asked,
          supporter: person(1, one),
          recipient: person(2, other),
          exchange: exchange({ proposedBy: bySupporter ? "RECIPIENT" : "SUPPORTER" }),
          memberId: nthId("mbr", bySupporter ? 1 : 2),
        });
        const sameSide = (one.ageBand === "ADULT") === (other.ageBand === "ADULT");
        expect(isRefusal(answer)).toBe(!(sameSide && one.state === "ACTIVE" && other.state === "ACTIVE"));
      }),
    );
  });
});

describe("an offer's seats", () => {
  test("are never exceeded, whatever people do in whatever order, and never lost", () => {
    const anyStep = fc.record({
      at: fc.nat({ max: 5 }),
      action: fc.constantFrom("ACCEPT", "DECLINE", "WITHDRAW", "COMPLETE", "END"),
      bySupporter: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.array(anyStep, { maxLength: 40 }), (capacity, steps) => {
        let acceptedCount = 0;
        const exchanges: Exchange[] = Array.from({ length: 6 }, (_, n) =>
          exchange({ id: nthId("exc", n), recipientId: nthId("mbr", n + 2) }),
        );
        for (const { at, action, bySupporter } of steps) {
          const current = exchanges[at]!;
          const memberId = bySupporter ? current.supporterId : current.recipientId;
          const answer =
            action === "ACCEPT"
              ? acceptExchange({
                  ...asked,
                  exchange: current,
                  offer: offer({ capacity, acceptedCount }),
                  recipient: person(at + 2),
                  memberId,
                })
              : transitionExchange(current, action, { memberId, now: NOW });
          if (isRefusal(answer)) continue;
          const { acceptedCountChange, ...change } = answer;
          acceptedCount += acceptedCountChange;
          exchanges[at] = { ...current, ...change };
          expect(acceptedCount).toBe(exchanges.filter(({ state }) => state === "ACCEPTED").length);
          expect(acceptedCount).toBeLessThanOrEqual(capacity);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("accepting is refused for want of seats exactly when none is left", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat({ max: 20 }), (capacity, accepted) => {
        const acceptedCount = Math.min(capacity, accepted);
        const answer = acceptExchange({ ...asked, offer: offer({ capacity, acceptedCount }) });
        expect(isRefusal(answer)).toBe(acceptedCount === capacity);
        if (isRefusal(answer)) expect(answer).toMatchObject({ code: "CAPACITY_REACHED", reason: "NO_SEATS" });
      }),
    );
  });
});
