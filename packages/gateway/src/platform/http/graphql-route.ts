import type { IncomingMessage } from "node:http";
import type { Apollo } from "../graphql/apollo.js";
import type { Context } from "../graphql/context.js";
import { fault } from "../graphql/errors.js";
import type { Viewer } from "../identity/viewer.js";
import { readableBy } from "./cors.js";
import { type Receiving, receiving } from "./graphql-request.js";
import { reply } from "./reply.js";
import type { Visit } from "./visit.js";

const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

export interface GraphqlRoute extends Receiving {
  readonly apollo: Apollo;
  contextFor(visit: Pick<Visit, "requestId">, viewer: Viewer | null, idempotencyKey: string | null): Context;
}

export function graphqlRoute(options: GraphqlRoute): (visit: Visit) => Promise<void> {
  const { apollo, limits, contextFor } = options;
  return receiving(options, async (visit, { contentType, known, body }) => {
    const { request } = visit;
    const context = contextFor(visit, known?.viewer ?? null, idempotencyKeyOf(request));
    const question = { body: await body(), contentType, accept: request.headers.accept };
    const answered = await within(limits.answerMs, apollo.answer(question, context));
    visit.outcome = answered.outcome;
    visit.operationName = answered.operationName;
    reply(visit, {
      status: answered.status,
      headers: {
        ...readableBy(request.headers.origin),
        "content-type": answered.contentType,
        ...(answered.status === 503 && { "retry-after": "1" }),
      },
      body: answered.body,
    });
  });
}

function idempotencyKeyOf({ headers }: IncomingMessage): string | null {
  const key = headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key !== "string" || !VISIBLE_ASCII.test(key)) throw fault("BAD_INPUT", { field: "Idempotency-Key" });
  return key;
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(fault("UNAVAILABLE", { reason: "TOOK_TOO_LONG" })), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
