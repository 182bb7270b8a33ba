import type { EndsWhen } from "../features/partners/change-keys.js";

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const LONGEST_DAYS = 366;

/** Reads `45m`, `24h`, `7d` or an instant with its zone, `2026-12-01T09:00:00Z`; at most a year. Null for anything else. */
export function parseWhen(text: string): EndsWhen | null {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (count !== undefined) {
    const afterSeconds = Number(count) * SECONDS[unit as keyof typeof SECONDS];
    return afterSeconds <= LONGEST_DAYS * SECONDS.d ? { afterSeconds } : null;
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at.getTime() > Date.now() + LONGEST_DAYS * SECONDS.d * 1000 ? null : { at };
}
