import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ErrorCode } from "@kith/core/values";

/** One HTTP request on its way through the gateway, and what the books will say of it. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly path: string;
  readonly startedAt: number;
  /** The route's name; never the path, which anyone can make up. */
  route: string;
  partnerId: string | null;
  operationName: string | null;
  outcome: "OK" | ErrorCode | null;
}

export function visitOf(request: IncomingMessage, response: ServerResponse): Visit {
  const { url = "/" } = request;
  const query = url.indexOf("?");
  return {
    request,
    response,
    requestId: randomUUID(),
    path: query < 0 ? url : url.slice(0, query),
    startedAt: performance.now(),
    route: "none",
    partnerId: null,
    operationName: null,
    outcome: null,
  };
}
