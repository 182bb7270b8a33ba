import type { Duplex } from "node:stream";
import type { GraphQLError } from "graphql";
import { codeOf } from "../graphql/errors.js";
import { statusFor } from "../graphql/status.js";

/** The API's own fault instead of a socket, for what never became one. */
export function refuseUpgrade(socket: Duplex, why: GraphQLError): void {
  const body = JSON.stringify({ errors: [why.toJSON()] });
  const status = statusFor(codeOf(why));
  const headers = [
    `HTTP/1.1 ${status} Refused`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "x-content-type-options: nosniff",
    "connection: close",
    ...(status === 503 ? ["retry-after: 1"] : []),
  ];
  socket.end(`${headers.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
