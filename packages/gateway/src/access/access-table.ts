/**
 * What every operation gives to every kind of caller. The things asked for are the first partner's: an open community,
 * a community for members only, an offer that `member` made in the open one, a proposal by a third member, a check-in.
 * `stranger` is a member of the same partner in none of them; `facilitator` looks after the open community.
 * The `other…` callers are the second partner's, asking for the first partner's things.
 */
export const CALLERS = [
  "none",
  "publishable",
  "member",
  "stranger",
  "facilitator",
  "secret",
  "acting",
  "otherPublishable",
  "otherMember",
  "otherFacilitator",
  "otherSecret",
] as const;
export type Caller = (typeof CALLERS)[number];

/**
 * `OK` (an answer or an event that holds the thing), `NULL` (the field is null, no error), `EMPTY` (a page or a stream that holds none of
 * the first partner's things), `OWN` (an answer about the caller's own partner or self only), or an error's code.
 */
export type Outcome = "OK" | "NULL" | "EMPTY" | "OWN" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "CONFLICT";
type Row = Readonly<Record<Caller, Outcome>>;

const TABLE = `
                               none             publishable  member     stranger   facilitator  secret     acting     otherPublishable  otherMember  otherFacilitator  otherSecret
Query.node:member              UNAUTHENTICATED  NOT_FOUND    OK         NOT_FOUND  OK           OK         OK         NOT_FOUND         NOT_FOUND    NOT_FOUND         NOT_FOUND
Query.node:community           UNAUTHENTICATED  OK           OK         OK         OK           OK         OK         NOT_FOUND         NOT_FOUND    NOT_FOUND         NOT_FOUND
Query.node:hiddenCommunity     UNAUTHENTICATED  NOT_FOUND    OK         NOT_FOUND  NOT_FOUND    OK         OK         NOT_FOUND         NOT_FOUND    NOT_FOUND         NOT_FOUND
Query.node:supportOffer        UNAUTHENTICATED  NOT_FOUND    OK         NOT_FOUND  OK           NOT_FOUND  OK         NOT_FOUND         NOT_FOUND    NOT_FOUND         NOT_FOUND
Query.node:exchange            UNAUTHENTICATED  NOT_FOUND    OK         NOT_FOUND  NOT_FOUND    NOT_FOUND  OK         NOT_FOUND         NOT_FOUND    NOT_FOUND         NOT_FOUND
Query.node:pulseCheckIn        UNAUTHENTICATED  NOT_FOUND    OK         NOT_FOUND  NOT_FOUND    NOT_FOUND  OK         NOT_FOUND         NOT_FOUND    NOT_FOUND         NOT_FOUND
Query.nodes                    UNAUTHENTICATED  EMPTY        OK         EMPTY      EMPTY        EMPTY      OK         EMPTY             EMPTY        EMPTY             EMPTY
Query.viewer                   UNAUTHENTICATED  NULL         OK         OWN        OWN          NULL       OK         NULL              OWN          OWN               NULL
Query.partner                  UNAUTHENTICATED  OK           OK         OK         OK           OK         OK         OWN               OWN          OWN               OWN
Query.member                   UNAUTHENTICATED  FORBIDDEN    FORBIDDEN  FORBIDDEN  FORBIDDEN    OK         FORBIDDEN  FORBIDDEN         FORBIDDEN    FORBIDDEN         NOT_FOUND
Query.communities              UNAUTHENTICATED  OK           OK         OK         OK           OK         OK         EMPTY             EMPTY        EMPTY             EMPTY
Query.supportOffers            UNAUTHENTICATED  EMPTY        OK         EMPTY      OK           EMPTY      OK         EMPTY             EMPTY        EMPTY             EMPTY
Query.pulseTrend               UNAUTHENTICATED  NULL         OK         OWN        OWN          NULL       OK         NULL              OWN          OWN               NULL
Mutation.upsertMember          UNAUTHENTICATED  FORBIDDEN    FORBIDDEN  FORBIDDEN  FORBIDDEN    OK         FORBIDDEN  FORBIDDEN         FORBIDDEN    FORBIDDEN         OWN
Mutation.revokeMemberTokens    UNAUTHENTICATED  FORBIDDEN    FORBIDDEN  FORBIDDEN  FORBIDDEN    OK         FORBIDDEN  FORBIDDEN         FORBIDDEN    FORBIDDEN         NOT_FOUND
Mutation.createCommunity       UNAUTHENTICATED  FORBIDDEN    FORBIDDEN  FORBIDDEN  FORBIDDEN    OK         FORBIDDEN  FORBIDDEN         FORBIDDEN    FORBIDDEN         NOT_FOUND
Mutation.removeMember          UNAUTHENTICATED  FORBIDDEN    FORBIDDEN  FORBIDDEN  OK           OK         FORBIDDEN  FORBIDDEN         NOT_FOUND    NOT_FOUND         NOT_FOUND
Mutation.updateProfile         UNAUTHENTICATED  FORBIDDEN    OK         OWN        OWN          FORBIDDEN  OK         FORBIDDEN         OWN          OWN               FORBIDDEN
Mutation.joinCommunity         UNAUTHENTICATED  FORBIDDEN    OK         OK         OK           FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.joinCommunity:hidden  UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  NOT_FOUND    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.leaveCommunity        UNAUTHENTICATED  FORBIDDEN    OK         CONFLICT   OK           FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.createSupportOffer    UNAUTHENTICATED  FORBIDDEN    OK         FORBIDDEN  OK           FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.updateSupportOffer    UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  FORBIDDEN    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.pauseSupportOffer     UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  FORBIDDEN    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.resumeSupportOffer    UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  FORBIDDEN    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.closeSupportOffer     UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  FORBIDDEN    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.proposeExchange       UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  OK           FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.acceptExchange        UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  NOT_FOUND    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.declineExchange       UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  NOT_FOUND    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.withdrawExchange      UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  NOT_FOUND    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.endExchange           UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  NOT_FOUND    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.completeExchange      UNAUTHENTICATED  FORBIDDEN    OK         NOT_FOUND  NOT_FOUND    FORBIDDEN  OK         FORBIDDEN         NOT_FOUND    NOT_FOUND         FORBIDDEN
Mutation.recordPulseCheckIn    UNAUTHENTICATED  FORBIDDEN    OK         OK         OK           FORBIDDEN  OK         FORBIDDEN         OK           OK                FORBIDDEN
Subscription.exchangeChanged                UNAUTHENTICATED  FORBIDDEN  OK  EMPTY  EMPTY  FORBIDDEN  OK  FORBIDDEN  EMPTY  EMPTY  FORBIDDEN
Subscription.supportOfferChanged            UNAUTHENTICATED  FORBIDDEN  OK  EMPTY  OK     FORBIDDEN  OK  FORBIDDEN  EMPTY  EMPTY  FORBIDDEN
Subscription.supportOfferChanged:asked      UNAUTHENTICATED  FORBIDDEN  OK  EMPTY  EMPTY  FORBIDDEN  OK  FORBIDDEN  EMPTY  EMPTY  FORBIDDEN
Subscription.supportOfferChanged:seatTaken  UNAUTHENTICATED  FORBIDDEN  OK  EMPTY  OK     FORBIDDEN  OK  FORBIDDEN  EMPTY  EMPTY  FORBIDDEN`;

/** Keyed by root field; where one field gives different things, by `field:thing`. */
export const ACCESS: Readonly<Record<string, Row>> = Object.fromEntries(
  TABLE.trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [entry = "", ...outcomes] = line.split(/ +/);
      return [entry, Object.fromEntries(CALLERS.map((caller, i) => [caller, outcomes[i]])) as Row];
    }),
);
