import { readFile, writeFile } from "node:fs/promises";
import type { Case, Figures } from "./figures.ts";

const BEGIN = "<!-- measured: written by `npm run faults` -->";
const END = "<!-- end of measured -->";

export interface Result {
  readonly ran: Case;
  /** Null when the case itself broke down. */
  readonly figures: Figures | null;
  readonly seconds: number;
  /** What should have been and was not. */
  readonly misses: readonly string[];
}

export function missesOf({ nought }: Case, figures: Figures): string[] {
  return nought.filter((name) => figures[name] > 0).map((name) => `${figures[name]} ${name}`);
}

export function tableOf(results: readonly Result[], on: string): string {
  const head =
    "| fault | asked | acknowledged | lost | duplicated | failed | over 2 s | seen |\n|---|---|---|---|---|---|---|---|";
  const rows = results.map(({ ran, figures, misses }) => {
    if (!figures) return `| ${ran.name} | | | | | | | ${misses.join("; ")} |`;
    const bold = (name: (typeof ran.nought)[number]) =>
      ran.nought.includes(name) ? `**${figures[name]}**` : figures[name];
    const { asked, acknowledged, note } = figures;
    return `| ${ran.name}: ${ran.what} | ${asked} | ${acknowledged} | ${bold("lost")} | ${bold("duplicated")} | ${bold("failed")} | ${bold("slow")} | ${note} |`;
  });
  const took = Math.round(results.reduce((sum, { seconds }) => sum + seconds, 0));
  return `${[head, ...rows].join("\n")}\n\nBold must be nought. ${took} s on ${on}.`;
}

/** Puts the table where the page has it. */
export async function writeReport(path: string, table: string): Promise<void> {
  const page = await readFile(path, "utf8");
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for the table.`);
  await writeFile(path, `${before}${BEGIN}\n${table}\n${END}${after}`);
}
