import { CommunityVisibility, MembershipState } from "@kith/core/communities";
import { AgeBand, MemberState } from "@kith/core/members";
import type { ExchangeState } from "@kith/core/support-offers";
import {
  type CommunityId,
  type ExchangeId,
  encodeId,
  type Id,
  type MemberId,
  type PartnerId,
  type PulseCheckInId,
  SUPPORT_KINDS,
} from "@kith/core/values";
import { CamelCasePlugin, type Insertable, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Tables } from "../../database/tables.js";
import { Random } from "./random.js";

/** One partner's random people and what they do; every state there is, also those no rule would lead to. */
export interface World {
  readonly partnerId: PartnerId;
  readonly rows: { readonly [T in Seeded]: readonly Insertable<Tables[T]>[] };
}
type Seeded =
  | "partner"
  | "member"
  | "community"
  | "membership"
  | "supportOffer"
  | "supportOfferKind"
  | "exchange"
  | "exchangeParticipant"
  | "pulseCheckIn";

export interface Size {
  readonly members: number;
  readonly communities: number;
  readonly offers: number;
  readonly exchanges: number;
  readonly checkIns: number;
}
export const SMALL: Size = { members: 6, communities: 4, offers: 18, exchanges: 16, checkIns: 10 };
export const MIDDLING: Size = { members: 8, communities: 5, offers: 90, exchanges: 60, checkIns: 70 };

const DAY = 86_400_000;
const STATES: readonly ExchangeState[] = [
  "PROPOSED",
  "PROPOSED",
  "PROPOSED",
  "ACCEPTED",
  "ACCEPTED",
  "COMPLETED",
  "DECLINED",
  "WITHDRAWN",
  "EXPIRED",
  "ENDED_EARLY",
];
const CLOSED: readonly ExchangeState[] = STATES.filter((state) => state !== "PROPOSED" && state !== "ACCEPTED");

/** What the table keeps of an offer's author. */
function authorship({ id, state, ageBand }: { id: MemberId; state: MemberState; ageBand: AgeBand | null }) {
  const authorMeetsAs = state !== "ACTIVE" ? "NOBODY" : (ageBand ?? "MINOR");
  return { authorId: id, authorMeetsAs } as const;
}

export function randomWorld(seed: number, size: Size): World {
  const random = new Random(seed);
  let made = 0;
  /** Later ones are greater, as with ids the gateway makes. */
  const id = <P extends string>(prefix: P): Id<P> => {
    const bytes = random.bytes(16);
    new DataView(bytes.buffer).setUint32(1, 0x93_00_00_00 + made++);
    bytes[0] = 1;
    return encodeId(prefix, bytes);
  };
  const some = <P extends string>(count: number, prefix: P) => Array.from({ length: count }, () => id(prefix));
  const partnerId: PartnerId = id("prt");
  const words = (many: number) =>
    Array.from({ length: random.below(many) }, () =>
      random.pick(["grief", "sleep", "Größe 'n' <b>", "新しい", 'a\\b"c', "🧭"]),
    );
  const hence = (days: number) => new Date(Date.now() + days * DAY);

  const members = some(size.members, "mbr").map((memberId, i) => ({
    partnerId,
    id: memberId,
    externalId: `person-${i}`,
    displayName: random.once(4) ? null : `${random.pick(["Ada", "Ben", "Zoë", 'O\'Neil "Q"', "名前"])} ${i}`,
    ageBand: random.pick([AgeBand.ADULT, AgeBand.ADULT, AgeBand.MINOR, null]),
    roles: random.some(["MODERATOR", "CARE_TEAM"] as const),
    languages: random.some(["en", "de-AT", "zh-Hant"]),
    timeZone: random.pick([null, "Europe/Vienna", "Pacific/Auckland"]),
    state: random.once(3) ? random.pick(Object.values(MemberState)) : MemberState.ACTIVE,
    pseudonym: `nobody-${memberId.slice(-20)}`,
  }));
  const memberIds = members.map((member): MemberId => member.id);

  const communities = some(size.communities, "com").map((communityId, i) => ({
    partnerId,
    id: communityId,
    name: `Community ${i}`,
    description: random.pick([null, "What it is\nfor"]),
    guidelines: random.pick([null, "Be kind"]),
    topics: words(4),
    visibility: random.pick(Object.values(CommunityVisibility)),
    seats: random.pick([null, 5, 500]),
    memberCount: random.below(5),
  }));
  const communityIds = communities.map((community): CommunityId => community.id);

  const memberships = memberIds.flatMap((memberId) =>
    random.some(communityIds).map((communityId) => ({
      partnerId,
      memberId,
      communityId,
      role: random.once(5) ? ("FACILITATOR" as const) : ("MEMBER" as const),
      state: random.once(3) ? random.pick(Object.values(MembershipState)) : MembershipState.ACTIVE,
      joinedAt: hence(-random.below(300)),
    })),
  );

  const offers = some(size.offers, "sof").map((offerId, i) => ({
    partnerId,
    id: offerId,
    ...authorship(random.pick(members)),
    communityId: random.once(4) ? null : random.pick(communityIds),
    kinds: random.once(3)
      ? random
          .some(SUPPORT_KINDS)
          .concat(SUPPORT_KINDS[0]!)
          .filter((kind, at, all) => all.indexOf(kind) === at)
      : [random.pick(SUPPORT_KINDS)],
    title: `I can help with ${i}`,
    description: random.pick([null, "More \u2028 about it"]),
    topics: words(3),
    languages: random.some(["en", "es"]),
    waysToMeet: random.pick([["MESSAGE"], ["CALL", "MESSAGE"]] as const),
    capacity: 5,
    acceptedCount: random.below(6),
    state: random.pick(["OPEN", "OPEN", "OPEN", "PAUSED", "CLOSED"] as const),
    expiresAt: random.pick([null, null, hence(30), hence(-3)]),
  }));

  const open = new Set<string>();
  const exchanges = some(size.exchanges, "exc").flatMap((exchangeId: ExchangeId) => {
    const offer = random.pick(offers);
    const recipientId = random.pick(memberIds);
    if (recipientId === offer.authorId) return [];
    const pair = `${offer.id} ${recipientId}`;
    const state = open.has(pair) ? random.pick(CLOSED) : random.pick(STATES);
    const isOpen = !CLOSED.includes(state);
    if (isOpen) open.add(pair);
    return [
      {
        partnerId,
        id: exchangeId,
        offerId: offer.id,
        supporterId: offer.authorId,
        recipientId,
        proposedBy: random.pick(["SUPPORTER", "RECIPIENT"] as const),
        state,
        proposedAt: hence(-random.below(40)),
        expiresAt: hence(random.pick([-2, 5])),
        acceptedAt: state === "ACCEPTED" ? hence(-1) : null,
        closedAt: isOpen ? null : hence(-1),
      },
    ];
  });

  // Several within a millisecond and several at the same microsecond: a cursor that rounds would lose some.
  const someday = Math.floor(Date.now() / DAY) * DAY;
  const checkIns = some(size.checkIns, "chk").map((checkInId: PulseCheckInId) => {
    const day = new Date(someday - random.below(40) * DAY).toISOString().slice(0, 10);
    const answer = () => random.pick([null, 1, 2, 3, 4, 5]);
    return {
      partnerId,
      id: checkInId,
      memberId: random.pick(memberIds.slice(0, 3)),
      mood: answer(),
      strain: answer(),
      connectedness: answer(),
      hope: answer(),
      supportReceived: random.pick([null, true, false]),
      supportGiven: random.pick([null, true, false]),
      recordedAt: `${day}T08:00:00.00${random.below(3)}${random.pick(["", "001", "002", "120"])}Z` as unknown as Date,
      day,
      timeZone: "UTC",
    };
  });

  return {
    partnerId,
    rows: {
      partner: [
        { partnerId, name: `Clinic ${seed}`, matchingDial: random.pick(["PEER_TO_PEER", "STAFF_APPROVES"] as const) },
      ],
      member: members,
      community: communities,
      membership: memberships,
      supportOffer: offers,
      supportOfferKind: offers.flatMap(({ id: offerId, communityId, kinds }) =>
        kinds.map((kind) => ({ partnerId, audienceId: communityId ?? partnerId, kind, offerId })),
      ),
      exchange: exchanges,
      exchangeParticipant: exchanges.flatMap(({ id: exchangeId, offerId, supporterId, recipientId }) =>
        [supporterId, recipientId].map((memberId) => ({ partnerId, memberId, exchangeId, offerId })),
      ),
      pulseCheckIn: checkIns,
    },
  };
}

/** Writes worlds as a superuser would, past every rule but the tables' own. */
export async function seed(adminUrl: string, worlds: readonly World[]): Promise<void> {
  const kysely = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: adminUrl, max: 1 }) }),
    plugins: [new CamelCasePlugin()],
  });
  try {
    for (const { rows } of worlds) {
      for (const table of Object.keys(rows) as Seeded[]) {
        if (rows[table].length > 0)
          await kysely
            .insertInto(table)
            .values(rows[table] as never)
            .execute();
      }
    }
    await sql`analyze`.execute(kysely);
  } finally {
    await kysely.destroy();
  }
}
