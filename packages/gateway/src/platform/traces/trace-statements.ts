import { type Attributes, type Span, SpanStatusCode } from "@opentelemetry/api";
import type pg from "pg";

type Begin = (name: string, attributes: Attributes) => Span | undefined;

/**
 * A span for each statement that something under way asks: its kind and the name it is kept under, never its text or
 * values. The driver tells of connections but not of what they are asked, so each is asked through here.
 */
export function traceStatements(pool: pg.Pool, begin: Begin): void {
  pool.on("connect", (client) => {
    const query = client.query as (...given: unknown[]) => unknown;
    client.query = (...given: unknown[]) => {
      const { text, name } = statementIn(given[0]);
      const verb = /^[\s(]*([A-Za-z]{2,12})/.exec(text)?.[1]?.toUpperCase() ?? "STATEMENT";
      const span = begin(verb, {
        "db.system.name": "postgresql",
        "db.operation.name": verb,
        ...(name !== undefined && { "kith.statement": name }),
      });
      if (!span) return query.apply(client, given) as never;
      const callback = given.at(-1);
      if (typeof callback === "function") {
        given[given.length - 1] = (error: unknown, ...more: unknown[]) => {
          end(span, error);
          callback(error, ...more);
        };
        return query.apply(client, given) as never;
      }
      const answer = query.apply(client, given);
      if (!(answer instanceof Promise)) end(span, null);
      else
        answer.then(
          () => end(span, null),
          (error: unknown) => end(span, error),
        );
      return answer as never;
    };
  });
}

function statementIn(given: unknown): { text: string; name?: string } {
  if (typeof given === "string") return { text: given };
  const { text, name } = (given ?? {}) as { text?: unknown; name?: unknown };
  return { text: typeof text === "string" ? text : "", ...(typeof name === "string" && { name }) };
}

/** An error's message may quote a value; its code does not. */
function end(span: Span, error: unknown): void {
  if (error) {
    const code = (error as { code?: unknown }).code;
    span.setStatus({ code: SpanStatusCode.ERROR });
    if (typeof code === "string" && /^[A-Z0-9_]{1,32}$/.test(code)) span.setAttribute("error.type", code);
  }
  span.end();
}
