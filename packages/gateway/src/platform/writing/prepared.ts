import { createHash } from "node:crypto";

/** Statements sent at once have few texts, all of our own making; each is named once. */
const names = new Map<string, string>();

/** The name a statement is prepared under on each connection: the same text always has the same one. */
export function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `w_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
    names.set(text, name);
  }
  return name;
}
