import { type KeyObject, randomBytes } from "node:crypto";
import type { AgeBand, MemberState } from "@kith/core/members";
import type { CommunityId, ExchangeId, MemberId, PartnerId, PulseCheckInId, SupportOfferId } from "@kith/core/values";
import { decodeJwt, SignJWT } from "jose";
import { type CreatedPartner, createPartner } from "../../features/partners/create-partner.js";
import type { Database } from "../database/database.js";
import { newPseudonym } from "../identity/pseudonym.js";
import { newId } from "../writing/new-id.js";

export interface TestMember {
  readonly id: MemberId;
  readonly externalId: string;
  /** Good for an hour. */
  readonly token: string;
}

export interface TestPartner extends CreatedPartner {
  /** A text no other partner has: put it into whatever a test writes, and no other partner's answer may hold it. */
  readonly mark: string;
  /** All that no other partner's answer may hold: the mark, and the ids of what was made with it. */
  readonly marks: readonly string[];
  /** What may not even be logged. */
  readonly texts: readonly string[];
  /** The page the partner's widgets stand on. */
  readonly origin: string;
  /** Ann wrote the offer, Ben proposed to take it; both are in both communities, and Ann looks after them. */
  readonly ann: TestMember;
  readonly ben: TestMember;
  /** Of age, and in no community. */
  readonly cleo: TestMember;
  /** A minor, in the open community. */
  readonly mia: TestMember;
  readonly openCommunityId: CommunityId;
  /** For its members only. */
  readonly closedCommunityId: CommunityId;
  /** In the open community. */
  readonly offerId: SupportOfferId;
  /** Proposed by Ben. */
  readonly exchangeId: ExchangeId;
  /** Ann's. */
  readonly checkInId: PulseCheckInId;
  /** Signs claims; those left out are as they should be, those given as undefined are absent. */
  sign(claims?: Readonly<Record<string, unknown>>, header?: { readonly kid?: string }): Promise<string>;
  addMember(given?: {
    readonly displayName?: string;
    readonly ageBand?: AgeBand | null;
    readonly state?: MemberState;
  }): Promise<TestMember>;
  /** Whether this `Authorization` header is one of this partner's. */
  owns(authorization: string | null): boolean;
}

/** A partner in which every text holds a mark of its own. */
export async function markedPartner(database: Database, encryptionKey: KeyObject, name: string): Promise<TestPartner> {
  const mark = `canary-${name}-${randomBytes(6).toString("hex")}`;
  const origin = `https://${mark}.example`;
  const created = await createPartner(database, encryptionKey, {
    name: `Clinic ${mark}`,
    origins: [origin],
    matchingDial: "PEER_TO_PEER",
  });
  const { partnerId, signingKey } = created;
  const { kysely } = database;

  const sign: TestPartner["sign"] = (claims = {}, header = {}) => {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: partnerId, aud: "kith", sub: `ext ${mark}`, iat: now, exp: now + 3600, ...claims };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return new SignJWT(given)
      .setProtectedHeader({ alg: "HS256", kid: signingKey.kid, ...header })
      .sign(new TextEncoder().encode(signingKey.secret));
  };

  const addMember: TestPartner["addMember"] = async ({
    displayName = "Someone",
    ageBand = "ADULT",
    state = "ACTIVE",
  } = {}) => {
    const id = newId("mbr");
    const externalId = `ext-${id} ${mark}`;
    await kysely
      .insertInto("member")
      .values({
        partnerId,
        id,
        externalId,
        displayName: `${displayName} ${mark}`,
        ageBand,
        state,
        pseudonym: newPseudonym(),
      })
      .execute();
    return { id, externalId, token: await sign({ sub: externalId }) };
  };

  const ann = await addMember({ displayName: "Ann" });
  const ben = await addMember({ displayName: "Ben" });
  const cleo = await addMember({ displayName: "Cleo" });
  const mia = await addMember({ displayName: "Mia", ageBand: "MINOR" });
  const things = await markedThings(database, partnerId, mark, { ann, ben, mia });

  const ids = [partnerId, ann.id, ben.id, cleo.id, mia.id, ...Object.values(things)];
  return {
    ...created,
    ...things,
    mark,
    marks: [mark, ...ids],
    texts: [mark, created.secretKey, created.publishableKey, signingKey.secret],
    origin,
    ann,
    ben,
    cleo,
    mia,
    sign,
    addMember,
    owns: (authorization) => partnerNamedBy(authorization ?? "") === partnerId,
  };
}

async function markedThings(
  { kysely }: Database,
  partnerId: PartnerId,
  mark: string,
  { ann, ben, mia }: Readonly<Record<"ann" | "ben" | "mia", TestMember>>,
) {
  const [openCommunityId, closedCommunityId] = [newId("com"), newId("com")];
  const [offerId, exchangeId, checkInId] = [newId("sof"), newId("exc"), newId("chk")];
  const communities = [
    { id: openCommunityId, visibility: "PUBLIC", members: [ann, ben, mia] },
    { id: closedCommunityId, visibility: "MEMBERS_ONLY", members: [ann, ben] },
  ] as const;
  for (const { id, visibility, members } of communities) {
    const texts = {
      name: `Community ${mark}`,
      description: `About ${mark}`,
      guidelines: `Be kind, ${mark}`,
      topics: [mark],
    };
    await kysely
      .insertInto("community")
      .values({ partnerId, id, visibility, memberCount: members.length, ...texts })
      .execute();
    const rows = members.map((member) => ({
      partnerId,
      communityId: id,
      memberId: member.id,
      role: member === ann ? ("FACILITATOR" as const) : ("MEMBER" as const),
    }));
    await kysely.insertInto("membership").values(rows).execute();
  }
  await kysely
    .insertInto("supportOffer")
    .values({
      partnerId,
      id: offerId,
      authorId: ann.id,
      authorMeetsAs: "ADULT",
      communityId: openCommunityId,
      kinds: ["EMOTIONAL"],
      title: `Offer ${mark}`,
      description: `Details ${mark}`,
      topics: [mark],
      languages: ["en"],
      waysToMeet: ["MESSAGE"],
      capacity: 2,
      expiresAt: null,
    })
    .execute();
  await kysely
    .insertInto("supportOfferKind")
    .values({ partnerId, audienceId: openCommunityId, kind: "EMOTIONAL", offerId })
    .execute();
  await kysely
    .insertInto("exchange")
    .values({
      partnerId,
      id: exchangeId,
      offerId,
      supporterId: ann.id,
      recipientId: ben.id,
      proposedBy: "RECIPIENT",
      expiresAt: new Date(Date.now() + 14 * 86_400_000),
    })
    .execute();
  const participants = [ann, ben].map(({ id: memberId }) => ({ partnerId, memberId, exchangeId, offerId }));
  await kysely.insertInto("exchangeParticipant").values(participants).execute();
  const recordedAt = new Date();
  await kysely
    .insertInto("pulseCheckIn")
    .values({
      partnerId,
      id: checkInId,
      memberId: ann.id,
      mood: 4,
      strain: 2,
      connectedness: 3,
      hope: 5,
      supportReceived: true,
      supportGiven: false,
      recordedAt,
      day: recordedAt.toISOString().slice(0, 10),
      timeZone: "UTC",
    })
    .execute();
  return { openCommunityId, closedCommunityId, offerId, exchangeId, checkInId };
}

function partnerNamedBy(authorization: string): string | undefined {
  const credential = authorization.replace(/^Bearer /, "");
  const key = /^[sp]k_([^_]{26})_/.exec(credential)?.[1];
  if (key !== undefined) return `prt_${key}`;
  try {
    return decodeJwt(credential).iss;
  } catch {
    return undefined;
  }
}
