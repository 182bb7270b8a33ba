// Compiled, never run: what must compile, and by @ts-expect-error what must not.
import type {
  ErrorCode as CoreErrorCode,
  SupportKind as CoreSupportKind,
  WayToMeet as CoreWayToMeet,
} from "@kith/core/values";
import {
  createKith,
  createLive,
  createTransport,
  type ErrorCode,
  type Exchange,
  ExchangeChangedDocument,
  KithError,
  type Page,
  RecordPulseCheckInDocument,
  type SupportKind,
  type SupportOffer,
  SupportOfferChangedDocument,
  TypedDocumentString,
  type WayToMeet,
} from "./index.js";
import { kithServer, mintMemberToken } from "./server/index.js";

type Same<A, B> = [A, B] extends [B, A] ? true : false;
declare function same<A, B>(..._: Same<A, B> extends true ? [] : [never]): void;

// The lists this package keeps for itself are core's.
same<ErrorCode, CoreErrorCode>();
same<SupportKind, CoreSupportKind>();
same<WayToMeet, CoreWayToMeet>();
// @ts-expect-error: or else the three lines above could not fail
same<ErrorCode, CoreErrorCode | "ANOTHER">();

const kith = createKith({ endpoint: "/graphql", key: "pk_", getToken: async () => null });
createKith({ endpoint: new URL("https://kith.example"), getToken: () => "token", fetch, timeout: 5_000, retries: 0 });
// @ts-expect-error: a client needs to know where the gateway is
createKith({ key: "pk_" });
// @ts-expect-error: getToken gives text or null; undefined would hide a session that is gone
createKith({ endpoint: "/graphql", getToken: async () => undefined });

export async function valid(signal: AbortSignal): Promise<void> {
  same<Awaited<ReturnType<typeof kith.supportOffers.list>>, Page<SupportOffer>>();
  const page = await kith.supportOffers.list({ kind: "EMOTIONAL", communityId: "com_", openOnly: true, first: 20 });
  await kith.supportOffers.list({ last: 5, before: "cursor", withTotal: true }, { signal });
  same<typeof page.nodes, SupportOffer[]>();
  for await (const offer of kith.supportOffers.each({ openOnly: true })) same<typeof offer, SupportOffer>();
  for await (const exchange of kith.exchanges.each({ states: ["PROPOSED"] })) same<typeof exchange, Exchange>();

  const offer = await kith.supportOffers.create({ kinds: ["INFORMATIONAL"], title: "Forms" }, { idempotencyKey: "k" });
  await kith.supportOffers.update(offer.id, { description: null });
  same<typeof offer.state, "OPEN" | "PAUSED" | "CLOSED" | "EXPIRED">();
  same<typeof offer.description, string | null>();
  for await (const change of kith.exchanges.changes({ signal })) {
    if (change.kind === "CHANGED") same<typeof change.exchange, Exchange>();
    // @ts-expect-error: what there is to read is known once it is known what happened
    if (change.exchange) break;
  }
  for await (const change of kith.supportOffers.changes({ communityId: "com_" })) {
    if (change.kind === "READY") continue;
    same<typeof change.supportOffer, SupportOffer>();
  }
  await followOwn(signal);
  // Functions may be taken from their group.
  const { accept } = kith.exchanges;
  await accept("exc_");

  const { recordPulseCheckIn } = await kith.request(RecordPulseCheckInDocument, { input: { mood: 3 } });
  same<typeof recordPulseCheckIn.checkIn.mood, number | null>();
  const answer = await kith.request("{ partner { name } }");
  same<typeof answer, unknown>();
  const named = await kith.request<{ partner: { name: string } }, { id: string }>("query Q($id: ID!) {…}", { id: "x" });
  same<typeof named.partner.name, string>();

  const own = new TypedDocumentString<{ partner: { name: string } }, { deep?: boolean }>("{ partner { name } }");
  same<Awaited<ReturnType<typeof askOwn>>, { partner: { name: string } }>();
  function askOwn() {
    return createTransport({ endpoint: "/graphql" }).request(own);
  }
}

interface OwnAnswer {
  exchangeChanged: { cursor: string; mayHaveMissed: boolean; exchange: { id: string; state: string } | null };
}
const Own = new TypedDocumentString<OwnAnswer, { after?: string }>("subscription Own($after: String) {…}");
const NoCursor = new TypedDocumentString<{ viewer: { id: string } }, { after?: string }>("{ viewer { id } }");
const DOCUMENTS = { EXCHANGES: ExchangeChangedDocument, OFFERS: SupportOfferChangedDocument };
declare const stream: keyof typeof DOCUMENTS;

async function followOwn(signal: AbortSignal): Promise<void> {
  const live = createLive(createTransport({ endpoint: "/graphql" }).access);
  for await (const change of live(Own, {}, { signal })) {
    if (change.kind === "CHANGED") same<typeof change.exchange, { id: string; state: string }>();
  }
  for await (const change of live(SupportOfferChangedDocument, { communityId: "com_" })) {
    if (change.kind === "CHANGED") same<typeof change.supportOffer, SupportOffer>();
  }
  // Whichever of them: what they have in common is known.
  for await (const change of live(DOCUMENTS[stream], {})) same<typeof change.kind, "READY" | "CHANGED">();
  // @ts-expect-error: without a cursor it could not go on from where it was
  live(NoCursor, {});
  // @ts-expect-error: where it goes on is not for the caller to say
  live(Own, { after: "cursor" });
}

/** As codegen writes it into a partner's project with `documentMode: "string"`. */
declare class TheirDocument<TResult, TVariables> extends String {
  __apiType?: (variables: TVariables) => TResult;
  private value: string;
  override toString(): string & { __apiType?: (variables: TVariables) => TResult };
}
declare const theirs: TheirDocument<{ supportOffers: { nodes: { id: string }[] } }, { [key: string]: never }>;
declare const theirsWithId: TheirDocument<{ node: { id: string } | null }, { id: string }>;
declare const syntaxTree: {
  kind: "Document";
  definitions: [];
  __apiType?: (variables: { id: string }) => { id: string };
};

export async function theirOwnDocuments(): Promise<void> {
  const answer = await kith.request(theirs);
  same<typeof answer, { supportOffers: { nodes: { id: string }[] } }>();
  const { node } = await kith.request(theirsWithId, { id: "com_" });
  same<typeof node, { id: string } | null>();
  // @ts-expect-error: its variable is missing
  await kith.request(theirsWithId);
  // @ts-expect-error: its variable is text
  await kith.request(theirsWithId, { id: 1 });
  // @ts-expect-error: a syntax tree would need graphql to be printed: generate with documentMode "string"
  await kith.request(syntaxTree, { id: "com_" });
}

export async function invalid(): Promise<void> {
  // @ts-expect-error: not one of the four kinds
  await kith.supportOffers.list({ kind: "MONEY" });
  // @ts-expect-error: a page is counted from one end only
  await kith.supportOffers.list({ first: 5, last: 5 });
  // @ts-expect-error: first goes with after
  await kith.supportOffers.list({ first: 5, before: "cursor" });
  // @ts-expect-error: before says nothing without how many
  await kith.supportOffers.list({ before: "cursor" });
  // @ts-expect-error: communities have no filter
  await kith.communities.list({ openOnly: true });
  // @ts-expect-error: a total is one page's affair
  kith.supportOffers.each({ withTotal: true });
  // @ts-expect-error: one's own exchanges are of all communities
  kith.exchanges.changes({ communityId: "com_" });
  // @ts-expect-error: an offer needs a title
  await kith.supportOffers.create({ kinds: ["EMOTIONAL"] });
  // @ts-expect-error: which offer is said once, ahead of the changes
  await kith.supportOffers.update("sof_", { supportOfferId: "sof_" });
  // @ts-expect-error: not a state of an exchange
  await kith.exchanges.list({ states: ["OPEN"] });
  // @ts-expect-error: answers are numbers
  await kith.pulseCheckIns.record({ mood: "good" });
  // @ts-expect-error: variables are wanted
  await kith.request(RecordPulseCheckInDocument);
  // @ts-expect-error: not a member's to do
  await kith.members.upsert({ externalId: "42" });
  // @ts-expect-error: nor to make communities
  await kith.communities.create({ name: "Carers" });
  // @ts-expect-error: what was answered is not to be written on
  kith.supportOffers = null;
}

export async function onTheServer(): Promise<void> {
  const server = kithServer({ endpoint: "https://kith.example", secretKey: "sk_" });
  await server.members.upsert({ externalId: "42", displayName: null, ageBand: "ADULT", roles: ["MODERATOR"] });
  await server.communities.create({ name: "Carers", visibility: "MEMBERS_ONLY", facilitatorIds: ["mbr_"] });
  await server.actingFor({ externalId: "42" }).exchanges.accept("exc_");
  await mintMemberToken({ partnerId: "prt_", signingKey: { kid: "kid_", secret: "…" }, externalId: "42" });
  const token = { partnerId: "prt_", signingKey: { kid: "kid_", secret: "…" }, externalId: "42" };
  // @ts-expect-error: a role never travels in a token
  await mintMemberToken({ ...token, role: "MODERATOR" });
  // @ts-expect-error: the server's own key is all it has
  kithServer({ endpoint: "https://kith.example", secretKey: "sk_", getToken: () => "token" });
  // @ts-expect-error: the server checks in for nobody unless it acts for them
  await server.pulseCheckIns.record({ mood: 3 });
  // @ts-expect-error: no such role
  await server.members.upsert({ externalId: "42", roles: ["ADMIN"] });
}

/** A switch over the codes is complete with the one for codes to come. */
export function sentence(error: KithError): string {
  switch (error.code) {
    case "UNAUTHENTICATED":
    case "FORBIDDEN":
    case "NOT_FOUND":
    case "BAD_INPUT":
    case "CONFLICT":
    case "CAPACITY_REACHED":
    case "CONSENT_REQUIRED":
    case "RATE_LIMITED":
    case "QUERY_TOO_COSTLY":
    case "IDEMPOTENCY_MISMATCH":
    case "UNAVAILABLE":
    case "INTERNAL":
      return error.message;
    case "UNKNOWN_CODE":
      return error.rawCode;
    default:
      return error.code satisfies never;
  }
}
