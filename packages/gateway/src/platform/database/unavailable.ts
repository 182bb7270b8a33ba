/** The database could not be asked: it is down, out of reach, starting, full, or did not answer in time. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

/** SQLSTATE classes: connection exception, insufficient resources, operator intervention, system error. */
const CLASSES = new Set(["08", "53", "57", "58"]);
/** A standby that was promised to be the primary; an idle transaction that was cut off. */
const STATES = new Set(["25006", "25P03"]);
const NETWORK = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);
/** What the driver says of a connection that is gone; these errors carry no code. */
const DRIVER =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout)/;

/** Whether the statement itself was stopped because it ran too long: the next one may well be answered. */
export function tookTooLong(error: unknown): boolean {
  return error instanceof Error && (error as { code?: unknown }).code === "57014";
}

/** Whether an error means that trying again later may well work, and that nothing is wrong with the request. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code !== "string") return DRIVER.test(error.message);
  return NETWORK.has(code) || STATES.has(code) || (code.length === 5 && CLASSES.has(code.slice(0, 2)));
}
