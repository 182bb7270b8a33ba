import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildWidgets } from "./testing-build.js";
import { listen, type TestServer } from "./testing-server.js";

/** One operation as it arrived. */
export interface Asked {
  readonly operation: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- each test knows what it asked for
  readonly variables: any;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
}

/** What comes back: data, a refusal by code, or no answer at all. */
export type StandInAnswer =
  | { readonly data: object }
  | { readonly refusal: { readonly code: string; readonly reason?: string; readonly field?: string } }
  | "CUT_OFF";

export interface StandIn extends TestServer {
  /** How each operation is answered; what is not listed is UNAVAILABLE. */
  answers: Record<string, (asked: Asked) => StandInAnswer | Promise<StandInAnswer>>;
  readonly asked: Asked[];
  /** Scripts it serves besides the widgets, by their path. */
  readonly files: Map<string, string>;
  /** The files fetched, in their order. */
  readonly served: string[];
  askedFor(operation: string): Asked[];
}

/**
 * Stands where a gateway would, for what a real one cannot be made to do on demand: be slow, fail, refuse, or hold one
 * certain state. Serves the widgets too, as a gateway does.
 */
export async function standIn(): Promise<StandIn> {
  const folder = await buildWidgets();
  const asked: Asked[] = [];
  const server = await listen("127.0.0.1", async (request, response, body) => {
    const path = new URL(request.url ?? "/", "http://stand-in").pathname;
    const open = { "access-control-allow-origin": "*" };
    if (request.method === "OPTIONS") {
      const headers = "authorization, content-type, idempotency-key";
      response.writeHead(204, { ...open, "access-control-allow-headers": headers }).end();
    } else if (request.headers.upgrade) {
      // Nothing is live here.
      response.writeHead(404).end();
    } else if (path === "/graphql") {
      const answer = await answerTo(
        body,
        request.headers.authorization,
        String(request.headers["idempotency-key"] ?? ""),
      );
      if (answer === "CUT_OFF") request.socket.destroy();
      else response.writeHead(200, { ...open, "content-type": "application/json" }).end(JSON.stringify(bodyOf(answer)));
    } else {
      const file = self.files.get(path) ?? (await readFile(join(folder, path)).catch(() => null));
      const cache = path.startsWith("/chunks/") ? "public, max-age=31536000, immutable" : "public, max-age=300";
      const headers = { ...open, "content-type": "text/javascript; charset=utf-8", "cache-control": cache };
      if (file) response.writeHead(200, headers).end(file);
      else response.writeHead(404, open).end();
      if (file) self.served.push(path);
    }
  });

  async function answerTo(body: string, authorization: string | undefined, key: string): Promise<StandInAnswer> {
    const { query, variables } = JSON.parse(body) as { query: string; variables: unknown };
    const operation = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "";
    const one = { operation, variables, authorization, idempotencyKey: key || undefined };
    asked.push(one);
    return (await self.answers[operation]?.(one)) ?? { refusal: { code: "UNAVAILABLE" } };
  }

  const self: StandIn = {
    ...server,
    answers: {},
    asked,
    files: new Map(),
    served: [],
    askedFor: (operation) => asked.filter((one) => one.operation === operation),
  };
  return self;
}

function bodyOf(answer: Exclude<StandInAnswer, "CUT_OFF">): object {
  if ("data" in answer) return answer;
  return { data: null, errors: [{ message: answer.refusal.code, extensions: answer.refusal }] };
}
