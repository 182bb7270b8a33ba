import type { IncomingMessage } from "node:http";

/** Why a body was not read to its end. */
export type BodyFault = "TOO_LARGE" | "TOO_SLOW" | "GONE";

/** The whole body, or why not: it is larger than `maxBytes`, takes longer than `withinMs`, or its sender has gone. */
export function readBody(request: IncomingMessage, { maxBytes, withinMs }: { maxBytes: number; withinMs: number }) {
  return new Promise<Buffer | BodyFault>((resolve) => {
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) return resolve("TOO_LARGE");
    const chunks: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => settle("TOO_SLOW"), withinMs);
    const settle = (body: Buffer | BodyFault) => {
      clearTimeout(timer);
      request.off("data", take).off("end", end).off("close", gone).off("error", gone);
      resolve(body);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) settle("TOO_LARGE");
      else chunks.push(chunk);
    };
    const end = () => settle(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    const gone = () => settle("GONE");
    request.on("data", take).on("end", end).on("close", gone).on("error", gone);
  });
}

/**
 * Drops what still comes, for at most this long: a connection closed while its sender is still talking takes our answer
 * with it.
 */
export function dropRest(request: IncomingMessage, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve();
    const timer = setTimeout(done, withinMs);
    request.on("end", done).on("close", done).on("error", done).resume();
    function done(): void {
      clearTimeout(timer);
      request.off("end", done).off("close", done);
      resolve();
    }
  });
}
