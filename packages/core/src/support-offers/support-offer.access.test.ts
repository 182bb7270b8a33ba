import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exchange, offer } from "../../test/exchanges.js";
import { anyPerson, hours, NOW, nthId, type Person, person } from "../../test/people.js";
import { MembershipRole, MembershipState } from "../communities/index.js";
import { isAdult, type Viewer } from "../members/index.js";
import { isRefusal } from "../values/index.js";
import { exchangeAccess } from "./exchange.access.js";
import { pauseSupportOffer } from "./pause-support-offer.js";
import { proposeExchange } from "./propose-exchange.js";
import { supportOfferAccess } from "./support-offer.access.js";
import { supportOfferActions } from "./support-offer-actions.js";
import { updateSupportOffer } from "./update-support-offer.js";

const author = person(1);
const inCommunity = nthId("com", 1);
const as = (who: Person): Viewer => ({ kind: "MEMBER", memberId: who.id, isAdult: isAdult(who) });
const other = as(person(2));
const anyMembership = fc.option(
  fc.record({
    role: fc.constantFrom(...Object.values(MembershipRole)),
    state: fc.constantFrom(...Object.values(MembershipState)),
  }),
);
const there = { role: "MEMBER", state: "ACTIVE" } as const;
const facilitates = { role: "FACILITATOR", state: "ACTIVE" } as const;
const partnerWide = { offer: offer(), author, membership: null };
const inside = { offer: offer({ communityId: inCommunity }), author, membership: there };

describe("who sees an offer", () => {
  test.each([
    ["its author", { ...partnerWide, viewer: as(author) }, "AUTHOR"],
    ["its author, who rests", { ...partnerWide, author: person(1, { state: "PAUSED" }), viewer: as(author) }, "AUTHOR"],
    ["its author, who left the community", { ...inside, membership: null, viewer: as(author) }, "AUTHOR"],
    ["a facilitator", { ...inside, membership: facilitates, viewer: other }, "FACILITATOR"],
    [
      "a facilitator, of a minor's offer",
      { ...inside, author: person(1, { ageBand: null }), membership: facilitates, viewer: other },
      "FACILITATOR",
    ],
    [
      "a facilitator, while its author rests",
      { ...inside, author: person(1, { state: "PAUSED" }), membership: facilitates, viewer: other },
      "FACILITATOR",
    ],
    ["an active member of its community", { ...inside, viewer: other }, "COMMUNITY_MEMBER"],
    ["anyone, when it is for everyone", { ...partnerWide, viewer: other }, "PARTNER_WIDE"],
    [
      "a minor, of a minor's offer",
      { ...partnerWide, author: person(1, { ageBand: "MINOR" }), viewer: as(person(2, { ageBand: null })) },
      "PARTNER_WIDE",
    ],
    ["not a minor, of an adult's", { ...partnerWide, viewer: as(person(2, { ageBand: null })) }, null],
    ["not an adult, of a minor's", { ...partnerWide, author: person(1, { ageBand: "MINOR" }), viewer: other }, null],
    ["not while its author rests", { ...partnerWide, author: person(1, { state: "PAUSED" }), viewer: other }, null],
    ["not who never joined", { ...inside, membership: null, viewer: other }, null],
    ["not who left", { ...inside, membership: { role: "MEMBER", state: "LEFT" }, viewer: other }, null],
    [
      "not a facilitator who was removed",
      { ...inside, membership: { role: "FACILITATOR", state: "REMOVED" }, viewer: other },
      null,
    ],
    ["not the server alone", { ...partnerWide, viewer: { kind: "SERVER" } }, null],
    ["not the publishable key", { ...partnerWide, viewer: { kind: "PUBLIC" } }, null],
    [
      "not the publishable key, whatever is claimed",
      { ...inside, membership: facilitates, viewer: { kind: "PUBLIC" } },
      null,
    ],
  ] as const)("%s", (_, facts, grant) => {
    expect(supportOfferAccess(facts)).toBe(grant);
  });

  test("facilitating some community opens no offer that is for everyone", () => {
    const minors = { ...partnerWide, author: person(1, { ageBand: "MINOR" }) };
    expect(supportOfferAccess({ ...minors, membership: facilitates, viewer: other })).toBeNull();
  });

  test("no adult sees a minor's offer nor the other way round, unless they look after the community", () => {
    fc.assert(
      fc.property(
        anyPerson,
        anyPerson,
        anyMembership,
        fc.constantFrom(null, inCommunity),
        (by, who, membership, communityId) => {
          fc.pre(by.id !== who.id && isAdult(by) !== isAdult(who));
          const grant = supportOfferAccess({
            offer: { authorId: by.id, communityId },
            author: by,
            viewer: as(who),
            membership,
          });
          expect([null, "FACILITATOR"]).toContain(grant);
        },
      ),
    );
  });
});

describe("who sees an exchange", () => {
  const between = exchange({ supporterId: nthId("mbr", 1), recipientId: nthId("mbr", 2) });

  test("its two members, each as what they are, and nobody else", () => {
    expect(exchangeAccess(between, as(person(1)))).toBe("SUPPORTER");
    expect(exchangeAccess(between, as(person(2)))).toBe("RECIPIENT");
    expect(exchangeAccess(between, as(person(3)))).toBeNull();
    expect(exchangeAccess(between, { kind: "SERVER" })).toBeNull();
    expect(exchangeAccess(between, { kind: "PUBLIC" })).toBeNull();
  });
});

describe("what may be done with an offer", () => {
  const facts = { offer: offer(), author, viewer: person(2), openExchange: null, now: NOW };

  test.each([
    ["its author, open", { viewer: author }, ["EDIT", "PAUSE", "CLOSE"]],
    ["its author, paused", { viewer: author, offer: offer({ state: "PAUSED" }) }, ["EDIT", "RESUME", "CLOSE"]],
    ["its author, expired", { viewer: author, offer: offer({ expiresAt: NOW }) }, ["CLOSE"]],
    ["its author, closed", { viewer: author, offer: offer({ state: "CLOSED" }) }, []],
    ["someone else, open", {}, ["PROPOSE"]],
    ["someone else, full", { offer: offer({ acceptedCount: 1 }) }, ["PROPOSE"]],
    ["someone else, paused", { offer: offer({ state: "PAUSED" }) }, []],
    ["someone else, expired", { offer: offer({ expiresAt: hours(-1) }) }, []],
    ["someone else, closed", { offer: offer({ state: "CLOSED" }) }, []],
    ["who already asked", { openExchange: exchange() }, []],
    ["whose asking lapsed", { openExchange: exchange({ expiresAt: NOW }) }, ["PROPOSE"]],
    ["who rests", { viewer: person(2, { state: "PAUSED" }) }, []],
    ["a facilitator of a minor's community", { author: person(1, { ageBand: "MINOR" }) }, []],
    ["a facilitator, while its author rests", { author: person(1, { state: "PAUSED" }) }, []],
  ] as const)("%s", (_, but, actions) => {
    expect(supportOfferActions({ ...facts, ...but })).toEqual(actions);
  });

  test("is what the rules then let happen", () => {
    const anyOffer = fc
      .record({
        authorId: fc.constant(nthId("mbr", 1)),
        state: fc.constantFrom("OPEN", "PAUSED", "CLOSED"),
        expiresAt: fc.option(fc.integer({ min: -2, max: 2 }).map(hours)),
      })
      .map(offer);
    const anyOpen = fc.option(fc.integer({ min: -2, max: 2 }).map((n) => exchange({ expiresAt: hours(n) })));
    fc.assert(
      fc.property(anyOffer, anyPerson, anyPerson, anyOpen, (offered, someone, viewer, openExchange) => {
        const by = { ...someone, id: offered.authorId };
        const actions = supportOfferActions({ offer: offered, author: by, viewer, openExchange, now: NOW });
        const proposed = proposeExchange({
          offer: offered,
          author: by,
          recipient: viewer,
          memberId: viewer.id,
          recipientMembership: null,
          openExchange,
          now: NOW,
        });
        expect(actions.includes("PROPOSE")).toBe(!isRefusal(proposed));
        const asker = { memberId: viewer.id, now: NOW };
        expect(actions.includes("PAUSE")).toBe(!isRefusal(pauseSupportOffer(offered, asker)));
        expect(actions.includes("EDIT")).toBe(!isRefusal(updateSupportOffer(offered, { title: "New" }, asker)));
      }),
      { numRuns: 1000 },
    );
  });
});
