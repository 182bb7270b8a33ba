import { GraphQLError, type GraphQLResolveInfo } from "graphql";
import { CompiledQuery } from "kysely";
import type { Context } from "../graphql/context.js";
import type { IdentityChange } from "../identity/identity-changes.js";
import type { MemberViewer, ServerViewer } from "../identity/viewer.js";
import { writerOf } from "./callers.js";
import { isRepeat, keptAnswer, onceOf } from "./idempotency.js";
import { newId } from "./new-id.js";
import { nameOf } from "./prepared.js";
import { retry } from "./retry.js";
import { type Actor, type Audited, type Emitted, type KeptAnswer, sideParts } from "./side-parts.js";
import { type Part, together } from "./together.js";
import type { Recording, Writing, WritingAtOnce } from "./writing.js";

type Ids = Readonly<Record<string, string | null>>;
type Writer = MemberViewer | ServerViewer;

/**
 * The one way to write: a transaction holding what `work` does, its events, its audit and, with an Idempotency-Key, the
 * ids it answers. All of it happens or none; a repeat of a success answers the same ids. `work` may run more than once.
 */
export function write<Result extends Ids>(
  context: Context,
  info: GraphQLResolveInfo,
  input: unknown,
  work: (w: Writing) => Promise<Result>,
): Promise<Result> {
  return carryOut(context, info, input, ({ recording, sides, viewer }) =>
    context.database.transaction(async (trx) => {
      const result = await work({ ...recording, trx });
      const parts = sides(result);
      if (parts.length > 0) {
        const { text, values } = together(viewer.partnerId, parts);
        await trx.executeQuery(CompiledQuery.raw(text, values));
      }
      return result;
    }),
  );
}

/**
 * The same for work that looks at no row: one statement, which is a transaction of its own. What reads the payload back
 * is sent right behind it on the same connection, where it finds what was committed; answers what that answers.
 */
export async function writeAtOnce<Result extends Ids>(
  context: Context,
  info: GraphQLResolveInfo,
  input: unknown,
  work: (w: WritingAtOnce) => Result,
  readBack: (ids: Result, fetch?: Context["database"]["fetch"]) => Promise<unknown>,
): Promise<unknown> {
  let read: { readonly ids: Result; readonly answer: unknown } | undefined;
  const written = await carryOut(context, info, input, async ({ recording, sides, viewer }) => {
    const parts: Part[] = [];
    const result = work({ ...recording, add: (part) => parts.push(part) });
    parts.push(...sides(result));
    const { text, values } = together(viewer.partnerId, parts);
    await context.database.inTurn(async (fetch) => {
      const [made, answer] = await Promise.allSettled([
        fetch({ name: nameOf(text), text, values }),
        readBack(result, fetch),
      ]);
      if (made.status === "rejected") throw made.reason;
      if (answer.status === "fulfilled") read = { ids: result, answer: answer.value };
    });
    return result;
  });
  // A repeat answers what the first one made; and what could not be read with the write is asked for again.
  return read?.ids === written ? read.answer : readBack(written);
}

interface Attempt {
  readonly viewer: Writer;
  readonly recording: Recording;
  readonly identityChanges: readonly IdentityChange[];
  /** What goes with the change, once its ids are known. */
  sides(result: Ids): Part[];
}

async function carryOut<Result extends Ids>(
  context: Context,
  info: GraphQLResolveInfo,
  input: unknown,
  attempt: (attempt: Attempt) => Promise<Result>,
): Promise<Result> {
  const viewer = writerOf(context);
  const once = onceOf(context, viewer, info, input);
  try {
    return await retry(async () => {
      const one = attemptOf(context, viewer, (result) => once && { ...once, result });
      const result = await attempt(one);
      for (const change of one.identityChanges) context.forget(change);
      context.live.changed();
      return result;
    });
  } catch (error) {
    // A repeat is found by its own duplicate row, or refused because the first one has already changed things. Asking
    // only then spares every first request a question.
    const before =
      once && (isRepeat(error) || error instanceof GraphQLError) && (await keptAnswer<Result>(context, once));
    if (before) return before;
    throw error;
  }
}

function attemptOf(context: Context, viewer: Writer, answer: (result: Ids) => KeptAnswer | null): Attempt {
  const now = context.now();
  const events: Emitted[] = [];
  const audits: Audited[] = [];
  const identityChanges: IdentityChange[] = [];
  const emit: Recording["emit"] = (type, objectId) => events.push({ type, objectId });
  const audit: Recording["audit"] = (action, objectId) => audits.push({ action, objectId });
  const happened: Recording["happened"] = (code, objectId) => {
    emit(code, objectId);
    audit(code, objectId);
  };
  const identityChanged: Recording["identityChanged"] = (memberId) =>
    identityChanges.push({ partnerId: viewer.partnerId, memberId });
  return {
    viewer,
    identityChanges,
    recording: { viewer, now, newId, emit, audit, happened, identityChanged },
    sides: (result) =>
      sideParts({
        ...{ now, requestId: context.requestId, actor: actorOf(viewer) },
        ...{ events, audits, identityChanges, answer: answer(result) },
      }),
  };
}

function actorOf(viewer: Writer): Actor {
  if (viewer.kind === "SERVER") return { kind: "SERVER", name: viewer.keyId, onBehalfOf: null };
  if (viewer.actingKeyId !== null) return { kind: "SERVER", name: viewer.actingKeyId, onBehalfOf: viewer.pseudonym };
  return { kind: "MEMBER", name: viewer.pseudonym, onBehalfOf: null };
}
