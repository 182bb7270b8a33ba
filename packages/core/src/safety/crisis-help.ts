import { countryCode } from "./countries.js";
import { CRISIS_DIRECTORIES, type CrisisDirectory } from "./crisis-directories.js";
import { CrisisAudience, type CrisisLine } from "./crisis-line.js";
import { emergencyNumber, MOBILE_EMERGENCY } from "./emergency-number.js";
import { isTrustedLine } from "./is-trusted-line.js";

/** What to show someone who needs help now. There is always a number and always a directory. */
export interface CrisisHelp {
  /** The country it is for; null where that is not known. */
  readonly country: string | null;
  readonly emergency: {
    readonly number: string;
    /** Of this very country. If not, it is the number that works from mobile telephones in most of them. */
    readonly isOwn: boolean;
  };
  /** The first to show: where the country's own number is not known, a directory knows better. */
  readonly first: "EMERGENCY" | "DIRECTORY";
  /** May be empty. */
  readonly lines: readonly CrisisLine[];
  readonly directories: readonly [CrisisDirectory, ...CrisisDirectory[]];
}

/**
 * Help for a country and a reader. Of the lines only those that may be trusted, first those that speak the reader's
 * language, then those of which that is not known, then the rest; among equals those for everyone first, and then as
 * they were given.
 */
export function crisisHelp({
  country,
  language,
  lines,
}: {
  readonly country: string | null;
  /** BCP 47, of whoever reads. */
  readonly language: string;
  readonly lines: readonly CrisisLine[];
}): CrisisHelp {
  const code = countryCode(country);
  const own = emergencyNumber(code);
  const spoken = language.toLowerCase().split("-")[0] ?? "";
  const rank = (line: CrisisLine) => speaks(line, spoken) * 2 + (line.audience === CrisisAudience.EVERYONE ? 0 : 1);
  return {
    country: code,
    emergency: { number: own ?? MOBILE_EMERGENCY, isOwn: own !== null },
    first: own === null ? "DIRECTORY" : "EMERGENCY",
    lines: lines
      .filter((line) => line.country === code && isTrustedLine(line))
      .toSorted((one, other) => rank(one) - rank(other)),
    directories: CRISIS_DIRECTORIES,
  };
}

/** 0 where it speaks the language, 1 where that is not known, 2 where it speaks others. */
function speaks({ languages = [] }: CrisisLine, language: string): number {
  if (!languages.length) return 1;
  return languages.some((tag) => tag.toLowerCase().split("-")[0] === language) ? 0 : 2;
}
