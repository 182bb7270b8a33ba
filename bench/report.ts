import { readFile, writeFile } from "node:fs/promises";
import type { Seen } from "./load.ts";
import { OPERATIONS } from "./operations.ts";

/** A round and the server's own processor time, in ms an answer; PostgreSQL's is not in it. */
export type Measured = Seen & { readonly cpu: number };

export interface Figures {
  /** `<server> <operation>` → its rounds. */
  readonly seen: ReadonlyMap<string, readonly Measured[]>;
  readonly memory: { readonly idle: number; readonly loaded: number };
  /** Milliseconds from starting a built gateway on a running database to its first answer. */
  readonly startUp: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

const TEXTBOOK_LEAST = 3;
const P99_MOST = 3;
const MEMORY_MOST = 350;
const START_UP_MOST = 1500;

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

function compared({ seen }: Figures, operation: string) {
  const of = (server: string, figure: "perSecond" | "p99" | "p50" | "cpu") => {
    const found = seen.get(`${server} ${operation}`);
    return found ? median(found.map((round) => round[figure])) : Number.NaN;
  };
  return {
    floor: of("floor", "perSecond"),
    kith: of("kith", "perSecond"),
    textbook: of("textbook", "perSecond"),
    ofFloor: of("kith", "perSecond") / of("floor", "perSecond"),
    ofTextbook: of("kith", "perSecond") / of("textbook", "perSecond"),
    cpu: ["floor", "kith", "textbook"].map((server) => of(server, "cpu")),
    p50: of("kith", "p50"),
    p99: of("kith", "p99"),
    p99OfFloor: of("kith", "p99") / of("floor", "p99"),
  };
}

/** Says each figure that is missed; true when none is. */
export function judge(figures: Figures): boolean {
  const missed: string[] = [];
  for (const { name, kind, least } of OPERATIONS) {
    const { ofFloor, ofTextbook, p99OfFloor } = compared(figures, name);
    if (!(ofFloor >= least)) missed.push(`${name}: ${ofFloor.toFixed(2)} of the floor, at least ${least} is wanted`);
    if (kind === "read" && !(ofTextbook >= TEXTBOOK_LEAST))
      missed.push(`${name}: ${ofTextbook.toFixed(1)} times the textbook, at least ${TEXTBOOK_LEAST} is wanted`);
    if (!(p99OfFloor <= P99_MOST))
      missed.push(`${name}: p99 is ${p99OfFloor.toFixed(1)} times the floor's, at most ${P99_MOST} is wanted`);
  }
  if (!(figures.memory.loaded <= MEMORY_MOST))
    missed.push(`memory under load ${figures.memory.loaded.toFixed(0)} MB, at most ${MEMORY_MOST} is wanted`);
  if (!(figures.startUp <= START_UP_MOST))
    missed.push(`first answer after ${figures.startUp.toFixed(0)} ms, at most ${START_UP_MOST} is wanted`);
  for (const line of missed) console.error(`missed: ${line}`);
  console.error(`${missed.length === 0 ? "all figures kept" : `${missed.length} figures missed`}`);
  return missed.length === 0;
}

function table(figures: Figures): string {
  const lines = [
    "| operation | floor, per s | Kith, per s | textbook, per s | Kith : floor (least, aim) | Kith : textbook | Kith p50, p99 (ms) | p99 : floor's | server CPU, ms an answer: floor, Kith, textbook |",
    "|---|---|---|---|---|---|---|---|---|",
  ];
  for (const { name, title, least, aim, kind } of OPERATIONS) {
    const c = compared(figures, name);
    const read = kind === "read";
    lines.push(
      `| ${title} | ${c.floor.toFixed(0)} | ${c.kith.toFixed(0)} | ${read ? c.textbook.toFixed(0) : ""} | **${c.ofFloor.toFixed(2)}** (${least}, ${aim}) | ${read ? c.ofTextbook.toFixed(1) : ""} | ${c.p50.toFixed(1)}, ${c.p99.toFixed(1)} | ${c.p99OfFloor.toFixed(2)} | ${c.cpu
        .filter((ms) => !Number.isNaN(ms))
        .map((ms) => ms.toFixed(2))
        .join(", ")} |`,
    );
  }
  return [
    ...lines,
    "",
    `Memory of the gateway: ${figures.memory.idle.toFixed(0)} MB before, at most ${figures.memory.loaded.toFixed(0)} MB under load (350 allowed). First answer ${figures.startUp.toFixed(0)} ms after starting a built gateway on a running database (1500 allowed).`,
    `Medians of ${figures.rounds} interleaved rounds of ${figures.seconds} s each, ${figures.connections} connections, on ${new Date().toISOString().slice(0, 10)}.`,
  ].join("\n");
}

const BEGIN = "<!-- measured: written by `npm run bench` -->";
const END = "<!-- end of measured -->";

export async function writeReport(path: string, figures: Figures): Promise<void> {
  const text = table(figures);
  console.log(text);
  const page = await readFile(path, "utf8");
  const [before, rest] = page.split(BEGIN) as [string, string];
  await writeFile(path, `${before}${BEGIN}\n${text}\n${END}${rest.split(END)[1]}`);
}
