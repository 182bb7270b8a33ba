import type { CrisisLine } from "./crisis-line.js";

const LEAST_SOURCES = 2;

/**
 * Whether a line may be shown to someone who may be in danger: two sources, no doubt, and a way to reach it. A wrong
 * number is worse than none, since there are always the emergency services and a directory.
 */
export function isTrustedLine(line: CrisisLine): boolean {
  const reachable = (line.phones?.length ?? 0) > 0 || line.text !== undefined;
  return line.independentSources >= LEAST_SOURCES && !line.doubt && reachable;
}
