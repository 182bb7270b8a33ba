import { createSecretKey, hash, type KeyObject } from "node:crypto";
import { isExternalId, parseApiKey, parseSigningKeyId } from "@kith/core/partners";
import { isId, type MemberId, type PartnerId } from "@kith/core/values";
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.js";
import { fault } from "../graphql/errors.js";
import type { Identity } from "./identity.js";
import {
  findApiKey,
  findMember,
  findSigningKey,
  type KnownMember,
  type KnownPartner,
  meetMember,
} from "./identity.store.js";
import type { IdentityCache } from "./identity-cache.js";
import { hashOf } from "./make-keys.js";
import { aboutSigningKey, unseal } from "./seal.js";
import { unauthenticated } from "./unauthenticated.js";
import { kidOf, verifyMemberToken } from "./verify-member-token.js";
import type { MemberViewer } from "./viewer.js";

/** A key is asked for again after this long, though nothing was heard of it. */
const KEY_KEPT_MS = 10 * 60_000;
const LONGEST_CREDENTIAL = 4096;
const EXTERNAL = "external:";

export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  /** The `Kith-Member` header: `mbr_…` or `external:…`. */
  readonly actFor: string | undefined;
}

export interface Identifying {
  readonly db: Kysely<Tables>;
  readonly encryptionKey: KeyObject;
  readonly cache: IdentityCache;
  now(): Date;
}

/** Who asks, or null if they did not say. A credential that proves nothing throws UNAUTHENTICATED with its reason. */
export async function identify(
  identifying: Identifying,
  { authorization, actFor }: Credentials,
): Promise<Identity | null> {
  if (authorization === undefined) {
    if (actFor !== undefined) throw fault("FORBIDDEN", { reason: "SECRET_KEY_NEEDED" });
    return null;
  }
  const credential = bearerOf(authorization);
  const named = hash("sha256", actFor === undefined ? credential : `${credential} ${actFor}`, "base64");
  const kept = identifying.cache.get(named);
  if (kept) return kept;
  const mark = identifying.cache.mark();
  const identity = await prove(identifying, credential, actFor);
  identifying.cache.keep(named, identity, mark);
  return identity;
}

function prove(identifying: Identifying, credential: string, actFor: string | undefined): Promise<Identity> {
  if (/^[sp]k_/.test(credential)) return byKey(identifying, credential, actFor);
  if (actFor !== undefined) throw fault("FORBIDDEN", { reason: "SECRET_KEY_NEEDED" });
  return byToken(identifying, credential);
}

async function byKey({ db, now }: Identifying, text: string, actFor: string | undefined): Promise<Identity> {
  const parsed = parseApiKey(text);
  const key = parsed && (await findApiKey(db, parsed.partnerId, hashOf(text)));
  if (!parsed || !key || key.kind !== parsed.kind) throw unauthenticated("KEY_UNKNOWN");
  if (hasEnded(key)) throw unauthenticated("KEY_REVOKED");
  const { partnerId } = parsed;
  const { id: keyId, matchingDial } = key;
  const proved = { origins: key.origins, until: now().getTime() + Math.min(KEY_KEPT_MS, key.endsInMs ?? KEY_KEPT_MS) };
  if (actFor !== undefined) {
    if (key.kind !== "SECRET") throw fault("FORBIDDEN", { reason: "SECRET_KEY_NEEDED" });
    const member = await actedFor(db, partnerId, actFor);
    return { ...proved, viewer: memberViewer(partnerId, key, member, keyId) };
  }
  const kind = key.kind === "SECRET" ? "SERVER" : "PUBLIC";
  return { ...proved, viewer: { kind, partnerId, keyId, matchingDial } };
}

async function actedFor(db: Kysely<Tables>, partnerId: PartnerId, named: string): Promise<KnownMember> {
  const by = nameIn(named);
  const known = by && (await findMember(db, partnerId, by));
  if (!known) throw fault("NOT_FOUND", { field: "Kith-Member" });
  if (!maySignIn(known)) throw fault("FORBIDDEN", { reason: "MEMBER_NOT_ACTIVE" });
  return known;
}

async function byToken({ db, encryptionKey, now }: Identifying, token: string): Promise<Identity> {
  const kid = kidOf(token);
  const signer = parseSigningKeyId(kid);
  const key = signer && (await findSigningKey(db, signer.partnerId, kid));
  if (!signer || !key || hasEnded(key)) throw unauthenticated("TOKEN_INVALID");
  const { partnerId } = signer;
  const secret = createSecretKey(unseal(encryptionKey, key.secretEncrypted, aboutSigningKey(partnerId, kid)), "utf8");
  const { externalId, issuedAt, expiresAt } = await verifyMemberToken(token, { partnerId, secret, now: now() });
  if (!isExternalId(externalId)) throw unauthenticated("TOKEN_SUBJECT_INVALID");
  const member = await meetMember(db, partnerId, externalId);
  if (!maySignIn(member)) throw unauthenticated("MEMBER_NOT_ACTIVE");
  if (member.tokensNotBefore && member.tokensNotBefore > issuedAt) throw unauthenticated("TOKEN_REVOKED");
  return {
    viewer: memberViewer(partnerId, key, member, null),
    origins: key.origins,
    until: Math.min(expiresAt.getTime(), now().getTime() + (key.endsInMs ?? Number.POSITIVE_INFINITY)),
  };
}

function memberViewer(
  partnerId: PartnerId,
  { matchingDial }: Pick<KnownPartner, "matchingDial">,
  { id, isAdult, timeZone, pseudonym }: KnownMember,
  actingKeyId: string | null,
): MemberViewer {
  return { kind: "MEMBER", partnerId, memberId: id, isAdult, timeZone, pseudonym, matchingDial, actingKeyId };
}

function hasEnded({ endsInMs }: { readonly endsInMs: number | null }): boolean {
  return endsInMs !== null && endsInMs <= 0;
}

/** Whoever takes a rest may still come in. */
function maySignIn({ state }: KnownMember): boolean {
  return state === "ACTIVE" || state === "PAUSED";
}

function bearerOf(authorization: string): string {
  const credential = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1];
  if (!credential || credential.length > LONGEST_CREDENTIAL) throw unauthenticated("CREDENTIAL_MALFORMED");
  return credential;
}

function nameIn(header: string): { externalId: string } | { id: MemberId } | null {
  if (!header.startsWith(EXTERNAL)) return isId("mbr", header) ? { id: header } : null;
  const externalId = textOf(header.slice(EXTERNAL.length));
  return externalId !== null && isExternalId(externalId) ? { externalId } : null;
}

/** Header bytes reach us one to a character. Those that are no UTF-8 are nobody's name, not one with U+FFFD in it. */
function textOf(bytes: string): string | null {
  try {
    return utf8.decode(Buffer.from(bytes, "latin1"));
  } catch {
    return null;
  }
}
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
