import { randomBytes } from "node:crypto";

/** A new member's name in the audit log: random, so that erasing the row that holds it makes the log speak of nobody. */
export function newPseudonym(): string {
  return `anon_${randomBytes(12).toString("base64url")}`;
}
