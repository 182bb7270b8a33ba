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

const METHODS = new Set(["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"]);
const PLAIN_NAME = /^[_A-Za-z][_0-9A-Za-z]{0,63}$/;

/** The request's method as the books have it: anyone can make one up. */
export function methodOf({ request }: Visit): string {
  return METHODS.has(request.method ?? "") ? (request.method as string) : "OTHER";
}

/** An operation's name if the books may hold it. */
export function plainName(name: string | null | undefined): string | null {
  return name && PLAIN_NAME.test(name) ? name : null;
}
