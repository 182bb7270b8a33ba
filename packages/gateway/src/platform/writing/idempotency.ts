import { createHash } from "node:crypto";
import type { PartnerId } from "@kith/core/values";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../graphql/context.js";
import { fault } from "../graphql/errors.js";
import type { MemberViewer, ServerViewer } from "../identity/viewer.js";
import { callerOf } from "./callers.js";
import { sqlStateOf } from "./retry.js";

/** A request that happens once however often it comes: whose it is, the field of the answer, and what was asked. */
export interface Once {
  readonly partnerId: PartnerId;
  readonly caller: string;
  readonly key: string;
  readonly responseKey: string;
  readonly inputHash: Buffer;
}

const MOST_NAME = 100;

/** Null without an Idempotency-Key. */
export function onceOf(
  { idempotencyKey }: Context,
  viewer: MemberViewer | ServerViewer,
  info: GraphQLResolveInfo,
  input: unknown,
): Once | null {
  if (idempotencyKey === null) return null;
  return {
    partnerId: viewer.partnerId,
    caller: callerOf(viewer),
    key: idempotencyKey,
    responseKey: shortened(String(info.path.key)),
    inputHash: createHash("sha256").update(info.fieldName).update("\n").update(canonical(input)).digest(),
  };
}

/** Callers choose aliases of any length; an index row has room for few. A name holds no colon, so none looks like this. */
function shortened(name: string): string {
  return name.length <= MOST_NAME ? name : `sha256:${createHash("sha256").update(name).digest("base64url")}`;
}

/** The same text for the same input, in whatever order its fields were written. */
function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const given = Object.entries(value).filter(([, part]) => part !== undefined);
  given.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${given.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(",")}}`;
}

/** The ids that were answered the first time, or null if there was none; the same key for another input is refused. */
export async function keptAnswer<Ids extends Record<string, string | null>>(
  { database }: Context,
  once: Once,
): Promise<Ids | null> {
  const kept = await database.kysely
    .selectFrom("idempotency")
    .select(["inputHash", "result"])
    .where("partnerId", "=", once.partnerId)
    .where("caller", "=", once.caller)
    .where("key", "=", once.key)
    .where("responseKey", "=", once.responseKey)
    .executeTakeFirst();
  if (!kept) return null;
  if (!once.inputHash.equals(kept.inputHash)) throw fault("IDEMPOTENCY_MISMATCH");
  return kept.result as Ids;
}

/** The request was carried out before, or by another a moment ago: its row is there, so ours was a duplicate. */
export function isRepeat(error: unknown): boolean {
  return sqlStateOf(error) === "23505" && (error as { table?: unknown }).table === "idempotency";
}
