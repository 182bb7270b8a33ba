import type { ServerResponse } from "node:http";
import type { ExecutionResult, FormattedExecutionResult, GraphQLError } from "graphql";
import type { Opened } from "../graphql/answer.js";
import type { Context } from "../graphql/context.js";
import { fault } from "../graphql/errors.js";
import { stringifyAnswer } from "../graphql/finished-json.js";
import type { Asked, LiveDoor } from "../graphql/live-door.js";
import type { Standing } from "../identity/standing.js";
import { unauthenticated } from "../identity/unauthenticated.js";
import { type Receiving, receiving } from "./graphql-request.js";
import type { Line, LiveConnections } from "./live-connections.js";
import type { LiveLimits } from "./live-limits.js";
import { replyStream } from "./reply.js";
import type { Visit } from "./visit.js";

export interface EventStream extends Receiving {
  readonly ask: LiveDoor;
  readonly connections: LiveConnections;
  readonly liveLimits: LiveLimits;
  contextFor(requestId: string, standing: Standing): Context;
}

/**
 * GraphQL over server-sent events, a connection for each subscription: for where no socket gets through. What is wrong
 * with whoever asks is an answer of HTTP's; what is wrong with what they ask is an event, and the last.
 */
export function eventStream(options: EventStream): (visit: Visit) => Promise<void> {
  const { ask, connections, liveLimits, contextFor } = options;
  return receiving(options, async (visit, { known, credentials, admit, body }) => {
    const { request, response, requestId } = visit;
    if (!known) throw unauthenticated("CREDENTIAL_MISSING");
    const asked = askedIn(await body());
    const stream = new Stream(response, liveLimits.leaveMs);
    if (!connections.add(stream)) throw fault("UNAVAILABLE", { reason: "TOO_MANY_CONNECTIONS" });
    request.socket.setKeepAlive(true, liveLimits.pingMs);
    response.once("close", () => connections.remove(stream));
    if (response.destroyed) return connections.remove(stream);
    const standing = connections.seat(stream, credentials, known, admit);
    const opened = await ask(asked, contextFor(requestId, standing));
    visit.outcome = "result" in opened ? opened.outcome : "OK";
    replyStream(visit);
    await stream.carry("result" in opened ? [opened.result] : opened);
  });
}

/** An answer that goes on. */
class Stream implements Line {
  readonly transport = "sse";
  readonly #response: ServerResponse;
  readonly #leaveMs: number;
  #events: Opened | null = null;
  #why: GraphQLError | null = null;
  #stuck = false;

  constructor(response: ServerResponse, leaveMs: number) {
    this.#response = response;
    this.#leaveMs = leaveMs;
  }

  /** Until the events end, the reader goes, or this is ended. Takes the next event once the last one is out. */
  async carry(events: Opened | readonly ExecutionResult[]): Promise<void> {
    if ("next" in events) {
      this.#events = events;
      this.#response.once("close", () => void events.return?.());
      if (this.#why || this.#response.destroyed) await events.return?.();
    }
    for await (const result of events) await this.#write(`event: next\ndata: ${lineOf(result)}\n\n`);
    if (this.#why) await this.#write(`event: next\ndata: ${JSON.stringify({ errors: [this.#why.toJSON()] })}\n\n`);
    this.#response.end("event: complete\ndata:\n\n");
  }

  end(why: GraphQLError): void {
    if (this.#why) return;
    this.#why = why;
    void this.#events?.return?.();
    setTimeout(() => this.cut(), this.#leaveMs).unref();
  }

  /** There is nothing to answer with, so whoever has gone without a word shows by what they no longer take. */
  isThere(): boolean {
    if (!this.#response.headersSent) return true;
    if (this.#response.writableLength === 0) {
      this.#stuck = false;
      this.#response.write(":\n\n");
      return true;
    }
    const gone = this.#stuck;
    this.#stuck = true;
    return !gone;
  }

  cut(): void {
    this.#response.destroy();
  }

  #write(text: string): Promise<void> {
    return new Promise((resolve) => {
      if (this.#response.destroyed || this.#response.writableEnded) resolve();
      else this.#response.write(text, () => resolve());
    });
  }
}

/** PostgreSQL breaks the lines of long lists, where an event's data ends with its line. */
const lineOf = (result: ExecutionResult): string =>
  stringifyAnswer(result as FormattedExecutionResult).replaceAll("\n", " ");

function askedIn(body: object): Asked {
  const { query, operationName = null, variables = null } = body as Readonly<Record<string, unknown>>;
  const named = operationName === null || typeof operationName === "string";
  if (typeof query !== "string" || !named || typeof variables !== "object" || Array.isArray(variables)) {
    throw fault("BAD_INPUT", { reason: "REQUEST_MALFORMED" });
  }
  return { query, operationName, variables: (variables ?? {}) as Asked["variables"] };
}
