import { LEAST, MOST } from "./judge.ts";
import { OPERATIONS } from "./operations.ts";
import { medianOf, type Results, type Rounds, ratio, type Subscriptions } from "./results.ts";

const per = (rounds: Rounds | undefined) => (rounds ? medianOf(rounds, "perSecond").toFixed(0) : "");
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const grid = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");

/** All that was measured, as Markdown. */
export function table(results: Results): string {
  const { rounds, seconds, connections } = results.load;
  return [
    results.operations && throughput(results.operations),
    results.operations && latency(results.operations),
    results.large && sizes(results.large),
    others(results),
    results.operations &&
      `Medians of ${rounds} interleaved rounds of ${seconds} s each, ${connections} connections, on ${results.on}; ratios are medians of each round's.`,
  ]
    .filter((part): part is string => typeof part === "string" && part !== "")
    .join("\n\n");
}

function throughput(operations: NonNullable<Results["operations"]>): string {
  const against = (some: Rounds | undefined, others: Rounds | undefined, wanted = "") =>
    some && others ? `**${ratio(some, others).toFixed(2)}**${wanted && ` (${wanted})`}` : "";
  const rows = OPERATIONS.flatMap(({ name, title, least, aim, leastOfPostgraphile }) => {
    const of = operations[name];
    if (!of) return [];
    return [
      [
        title,
        ...[of.floor, of.kith, of.postgraphile, of.postgraphileByHand, of.textbook].map(per),
        against(of.kith, of.floor, `${least}, aim ${aim}`),
        against(of.kith, of.postgraphile, String(leastOfPostgraphile)),
        against(of.kith, of.postgraphileByHand),
        against(of.kith, of.textbook, String(LEAST.ofTextbook)),
      ],
    ];
  });
  return grid(
    [
      "answers per second",
      "floor",
      "Kith",
      "PostGraphile",
      "PostGraphile, plans by hand",
      "textbook",
      "Kith : floor (least)",
      "Kith : PostGraphile (least)",
      "Kith : plans by hand",
      "Kith : textbook (least)",
    ],
    rows,
  );
}

function latency(operations: NonNullable<Results["operations"]>): string {
  const both = (rounds: Rounds | undefined) =>
    rounds ? `${medianOf(rounds, "p50").toFixed(1)}, ${medianOf(rounds, "p99").toFixed(1)}` : "";
  const cpu = (rounds: Rounds | undefined) => (rounds ? medianOf(rounds, "cpu").toFixed(2) : "");
  const rows = OPERATIONS.flatMap(({ name, title }) => {
    const of = operations[name];
    if (!of) return [];
    const servers = [of.floor, of.kith, of.postgraphile, of.postgraphileByHand, of.textbook];
    return [[title.split(":")[0] as string, ...servers.map(both), ...servers.map(cpu)]];
  });
  const names = ["floor", "Kith", "PostGraphile", "plans by hand", "textbook"];
  return grid(
    ["ms", ...names.map((name) => `${name} p50, p99`), ...names.map((name) => `${name}'s CPU an answer`)],
    rows,
  );
}

function sizes({ operations, on, load, loading }: NonNullable<Results["large"]>): string {
  const rows = OPERATIONS.flatMap(({ name, title }) => {
    const of = operations[name];
    return of ? [[title, per(of.normal), per(of.large), `**${ratio(of.large, of.normal).toFixed(2)}**`]] : [];
  });
  return [
    grid(["Kith, answers per second", "normal data", "ten times the data", `share kept (${LEAST.large})`], rows),
    `Medians of ${load.rounds} interleaved rounds of ${load.seconds} s each, on ${on}; the large data took ${loading.toFixed(0)} s to load.`,
  ].join("\n\n");
}

function others({ memory, startUp, websockets, eventStreams, sizes: bytes }: Results): string {
  const live = (kind: string, { subscribers, first, last, memory: open }: Subscriptions) => [
    [
      `${subscribers} ${kind}: the first, the last has a new offer after, at worst of ${last.length}`,
      `${Math.max(...first).toFixed(0)} ms, ${Math.max(...last).toFixed(0)} ms`,
      `${MOST.reached} ms`,
    ],
    [
      `Memory of a gateway with ${subscribers} ${kind}, at most since its start`,
      `${open.toFixed(0)} MB`,
      `${MOST.subscribersMemory} MB`,
    ],
  ];
  const rows = [
    ...(websockets ? live("websockets", websockets) : []),
    ...(eventStreams ? live("event streams", eventStreams) : []),
    ...(memory
      ? [
          ["Memory of the gateway before load", `${memory.idle.toFixed(0)} MB`, ""],
          ["Memory of the gateway, at most since its start", `${memory.loaded.toFixed(0)} MB`, `${MOST.memory} MB`],
        ]
      : []),
    ...(startUp
      ? [["First answer after starting a built gateway", `${startUp.toFixed(0)} ms`, `${MOST.startUp} ms`]]
      : []),
    ...(bytes ?? []).map(({ name, bytes: size, most }) => [
      name.replace(/<(.*)>/, "`<$1>`"),
      `${(size / 1000).toFixed(2)} kB`,
      `${most / 1000} kB`,
    ]),
  ];
  return rows.length > 0 ? grid(["else", "measured", "at most"], rows) : "";
}
