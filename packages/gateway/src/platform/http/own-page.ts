import type { IncomingHttpHeaders } from "node:http";

const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Reached by a name that only this machine answers to, so that no other site can have been given that name. */
export function isThisMachine({ host = "" }: IncomingHttpHeaders): boolean {
  return THIS_MACHINE.test(host);
}

/** A page that this gateway itself served to this machine: the explorer. */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  return isThisMachine(headers) && headers.origin === `http://${headers.host}`;
}
