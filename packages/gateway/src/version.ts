import { readFileSync } from "node:fs";

/** Kith's version, from the package this file belongs to. */
export function kithVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return version;
}
