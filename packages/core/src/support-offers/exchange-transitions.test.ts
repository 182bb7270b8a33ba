import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyExchange, exchange } from "../../test/exchanges.js";
import { hours, NOW, nthId } from "../../test/people.js";
import { isRefusal, type MemberId } from "../values/index.js";
import { type Exchange, ExchangeAction, ExchangeState, exchangeState, isOpenExchange } from "./exchange.js";
import { exchangeActions, exchangeTransitions } from "./exchange-transitions.js";
import { lapseExchange } from "./lapse-exchange.js";
import { stepExchange, transitionExchange } from "./transition-exchange.js";

const supporter = nthId("mbr", 1);
const recipient = nthId("mbr", 2);
const stranger = nthId("mbr", 3);
const ACTIONS = Object.values(ExchangeAction);
const FINAL: readonly ExchangeState[] = ["COMPLETED", "DECLINED", "WITHDRAWN", "EXPIRED", "ENDED_EARLY"];
const anyMember = fc.constantFrom(supporter, recipient, stranger);
const proposerOf = ({ proposedBy }: Exchange): MemberId => (proposedBy === "SUPPORTER" ? supporter : recipient);

describe("the table of transitions", () => {
  test("says, for each state and side, exactly what may be done", () => {
    const can = (state: ExchangeState, who: MemberId) => exchangeActions(exchange({ state }), who, NOW);
    expect(can("PROPOSED", recipient)).toEqual(["WITHDRAW"]);
    expect(can("PROPOSED", supporter)).toEqual(["ACCEPT", "DECLINE"]);
    expect(can("ACCEPTED", recipient)).toEqual(["COMPLETE", "END"]);
    expect(can("ACCEPTED", supporter)).toEqual(["COMPLETE", "END"]);
    for (const state of FINAL) for (const who of [recipient, supporter]) expect(can(state, who)).toEqual([]);
    for (const state of Object.values(ExchangeState)) expect(can(state, stranger)).toEqual([]);
  });

  test("lists each way out of a state once, and every state can be reached", () => {
    const ways = exchangeTransitions.map(({ from, action }) => `${from} ${action}`);
    expect(new Set(ways).size).toBe(ways.length);
    const reached = new Set<ExchangeState>(["PROPOSED", ...exchangeTransitions.map(({ to }) => to)]);
    expect([...reached].sort()).toEqual(Object.values(ExchangeState).sort());
  });

  test("leaves the final states without a way out", () => {
    expect(exchangeTransitions.filter(({ from }) => FINAL.includes(from))).toEqual([]);
  });
});

describe("what is listed and what happens are one", () => {
  test("an action is carried out if and only if it is offered, and leads where the table says", () => {
    fc.assert(
      fc.property(anyExchange, fc.constantFrom(...ACTIONS), anyMember, (before, action, memberId) => {
        const offered = exchangeActions(before, memberId, NOW).includes(action);
        const answer = stepExchange(before, action, { memberId, now: NOW });
        expect(!isRefusal(answer)).toBe(offered);
        if (isRefusal(answer)) return;
        const state = exchangeState(before, NOW);
        const listed = exchangeTransitions.find((way) => way.from === state && way.action === action);
        expect(answer.state).toBe(listed?.to);
      }),
      { numRuns: 1000 },
    );
  });

  test("only the proposer withdraws, only the other accepts or declines", () => {
    fc.assert(
      fc.property(anyExchange, anyMember, (before, memberId) => {
        fc.pre(exchangeState(before, NOW) === "PROPOSED");
        const actions = exchangeActions(before, memberId, NOW);
        expect(actions.includes("WITHDRAW")).toBe(memberId === proposerOf(before));
        const isOther = memberId !== stranger && memberId !== proposerOf(before);
        expect(actions.includes("ACCEPT")).toBe(isOther);
        expect(actions.includes("DECLINE")).toBe(isOther);
      }),
    );
  });

  test("a walk at random stays on the table, stops at a final state, and keeps count of seats", () => {
    const anyStep = fc.record({
      action: fc.constantFrom(...ACTIONS),
      memberId: anyMember,
      wait: fc.constantFrom(0, 1, 24, 15 * 24),
    });
    fc.assert(
      fc.property(
        fc.constantFrom("SUPPORTER", "RECIPIENT"),
        fc.array(anyStep, { maxLength: 12 }),
        (proposedBy, steps) => {
          let current = exchange({ proposedBy });
          let passed = 0;
          let seats = 0;
          for (const { action, memberId, wait } of steps) {
            passed += wait;
            const now = hours(passed);
            const state = exchangeState(current, now);
            const answer = stepExchange(current, action, { memberId, now });
            if (isRefusal(answer)) continue;
            expect(FINAL).not.toContain(state);
            expect(exchangeTransitions.some((way) => way.from === state && way.to === answer.state)).toBe(true);
            const { acceptedCountChange, ...change } = answer;
            seats += acceptedCountChange;
            current = { ...current, ...change };
            expect(seats).toBe(current.state === "ACCEPTED" ? 1 : 0);
            expect(current.closedAt).toEqual(FINAL.includes(current.state) ? now : null);
            if (current.acceptedAt) expect(["ACCEPTED", "COMPLETED", "ENDED_EARLY"]).toContain(current.state);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("a proposal that nobody answers", () => {
  test("lapses at its instant, not before", () => {
    const before = exchange({ expiresAt: NOW });
    expect(exchangeState(before, new Date(NOW.getTime() - 1))).toBe("PROPOSED");
    expect(exchangeState(before, NOW)).toBe("EXPIRED");
    expect(isOpenExchange(before, NOW)).toBe(false);
    expect(exchangeActions(before, supporter, NOW)).toEqual([]);
  });

  test("whatever was answered in time does not lapse", () => {
    fc.assert(
      fc.property(anyExchange, (before) => {
        fc.pre(before.state !== "PROPOSED");
        expect(exchangeState(before, hours(9999))).toBe(before.state);
        expect(lapseExchange(before, hours(9999))).toBeNull();
      }),
    );
    expect(isOpenExchange(exchange({ state: "ACCEPTED", expiresAt: hours(-1) }), NOW)).toBe(true);
  });

  test("cannot be answered or taken back any more, whatever is still stored", () => {
    const lapsed = exchange({ expiresAt: hours(-1) });
    for (const action of ["DECLINE", "WITHDRAW", "COMPLETE", "END"] as const) {
      for (const memberId of [supporter, recipient]) {
        expect(transitionExchange(lapsed, action, { memberId, now: NOW })).toMatchObject({
          code: "CONFLICT",
          reason: "EXCHANGE_EXPIRED",
        });
      }
    }
  });

  test("is settled as closed when its time passed, not when that was noticed", () => {
    expect(lapseExchange(exchange({ expiresAt: hours(-5) }), NOW)).toStrictEqual({
      state: "EXPIRED",
      acceptedAt: null,
      closedAt: hours(-5),
      acceptedCountChange: 0,
    });
    expect(lapseExchange(exchange(), NOW)).toBeNull();
  });
});

describe("declining, withdrawing, completing and ending", () => {
  const accepted = exchange({ state: "ACCEPTED", acceptedAt: hours(-3) });

  test("note when", () => {
    expect(transitionExchange(exchange(), "DECLINE", { memberId: supporter, now: NOW })).toStrictEqual({
      state: "DECLINED",
      acceptedAt: null,
      closedAt: NOW,
      acceptedCountChange: 0,
    });
    expect(transitionExchange(exchange(), "WITHDRAW", { memberId: recipient, now: NOW })).toMatchObject({
      state: "WITHDRAWN",
    });
  });

  test("give the seat back, from either side, and keep when it was accepted", () => {
    for (const memberId of [supporter, recipient]) {
      expect(transitionExchange(accepted, "COMPLETE", { memberId, now: NOW })).toStrictEqual({
        state: "COMPLETED",
        acceptedAt: hours(-3),
        closedAt: NOW,
        acceptedCountChange: -1,
      });
      expect(transitionExchange(accepted, "END", { memberId, now: NOW })).toMatchObject({
        state: "ENDED_EARLY",
        acceptedCountChange: -1,
      });
    }
  });

  test("are refused to the wrong side, to strangers, and in the wrong state, each with its reason", () => {
    expect(transitionExchange(exchange(), "WITHDRAW", { memberId: supporter, now: NOW })).toMatchObject({
      code: "FORBIDDEN",
      reason: "NOT_YOUR_TURN",
    });
    expect(transitionExchange(exchange(), "DECLINE", { memberId: recipient, now: NOW })).toMatchObject({
      reason: "NOT_YOUR_TURN",
    });
    expect(transitionExchange(accepted, "END", { memberId: stranger, now: NOW })).toMatchObject({
      code: "NOT_FOUND",
      reason: "NOT_A_PARTICIPANT",
    });
    expect(transitionExchange(exchange(), "COMPLETE", { memberId: recipient, now: NOW })).toMatchObject({
      code: "CONFLICT",
      reason: "EXCHANGE_PROPOSED",
    });
    expect(transitionExchange(accepted, "DECLINE", { memberId: supporter, now: NOW })).toMatchObject({
      reason: "EXCHANGE_ACCEPTED",
    });
    for (const state of FINAL) {
      expect(transitionExchange(exchange({ state }), "END", { memberId: supporter, now: NOW })).toMatchObject({
        code: "CONFLICT",
        reason: `EXCHANGE_${state}`,
      });
    }
  });
});
