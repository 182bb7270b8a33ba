import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { keepFile } from "./keep-file.ts";

/** The deployment's key, in base64: the one in the file, made at the first start. */
export async function encryptionKey(path: string): Promise<string> {
  const kept = await readFile(path, "utf8").catch(() => "");
  if (Buffer.from(kept.trim(), "base64").length === 32) return kept.trim();
  const made = randomBytes(32).toString("base64");
  await keepFile(path, `${made}\n`);
  return made;
}

/** Tells keys apart without telling the key. */
export function keyPrint(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 16);
}
