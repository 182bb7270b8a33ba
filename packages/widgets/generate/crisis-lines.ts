/**
 * Writes the crisis lines that the widgets carry: of those in `data/crisis-lines.json`, which has them all with their
 * sources, the ones that core's rule trusts, with what is shown of them.
 */
import { readFile, writeFile } from "node:fs/promises";
import { type CrisisLine, isTrustedLine } from "@kith/core/safety";

/** A line as the list has it: what is known of its hours in words, and the sources by name. */
interface RecordedLine extends Omit<CrisisLine, "alwaysOpen"> {
  readonly hours?: string;
  readonly note?: string;
  readonly sources: readonly string[];
}

const recorded = JSON.parse(await readFile(new URL("../data/crisis-lines.json", import.meta.url), "utf8")) as {
  readonly compiled: string;
  readonly lines: readonly RecordedLine[];
};

const shown = recorded.lines.filter(isTrustedLine).map(({ hours, note: _, sources: __, ...line }) => ({
  ...line,
  // Hours that one source alone gives, or that hold for one of several numbers, are not told.
  ...(hours === "24/7" && { alwaysOpen: true }),
}));

const file = new URL("../src/safety/crisis-lines/_generated/crisis-lines.ts", import.meta.url);
await writeFile(
  file,
  `// Written by \`npm run generate\` from data/crisis-lines.json; do not edit.
import type { CrisisLine } from "@kith/core/safety";

/** The month they were put together, \`YYYY-MM\`. */
export const COMPILED = ${JSON.stringify(recorded.compiled)};

export const CRISIS_LINES: readonly CrisisLine[] = ${JSON.stringify(shown)};
`,
);
