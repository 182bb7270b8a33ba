import { OPERATIONS } from "./operations.ts";
import { type Results, type Rounds, ratio, type Subscriptions } from "./results.ts";

export const MOST = { p99: 3, memory: 350, startUp: 1500, reached: 2000, subscribersMemory: 600 } as const;
export const LEAST = { ofTextbook: 3, large: 0.8 } as const;

/** Says each figure that is missed, of what was measured. */
export function judge(results: Results): string[] {
  const missed: string[] = [];
  const least = (what: string, value: number, wanted: number, unit: string) => {
    if (!(value >= wanted)) missed.push(`${what}: ${value.toFixed(2)} ${unit}, at least ${wanted} is wanted`);
  };
  const most = (what: string, value: number, wanted: number, unit: string) => {
    if (!(value <= wanted)) missed.push(`${what}: ${value.toFixed(1)} ${unit}, at most ${wanted} is wanted`);
  };
  for (const operation of OPERATIONS) {
    const { name } = operation;
    const measured = results.operations?.[name];
    const against = (others: Rounds | undefined, wanted: number | undefined, unit: string) => {
      if (measured?.kith && others && wanted) least(name, ratio(measured.kith, others), wanted, unit);
    };
    against(measured?.floor, operation.least, "of the floor");
    against(measured?.postgraphile, operation.leastOfPostgraphile, "times PostGraphile");
    against(measured?.textbook, LEAST.ofTextbook, "times the textbook");
    if (measured?.kith && measured.floor)
      most(`${name}, 99th percentile`, ratio(measured.kith, measured.floor, "p99"), MOST.p99, "times the floor's");
    const sizes = results.large?.operations[name];
    if (sizes) least(name, ratio(sizes.large, sizes.normal), LEAST.large, "of its throughput at ten times the data");
  }
  if (results.memory) most("memory under load", results.memory.loaded, MOST.memory, "MB");
  if (results.startUp) most("first answer", results.startUp, MOST.startUp, "ms");
  const live = (kind: string, { last, memory }: Subscriptions) => {
    most(`${kind}: the last subscriber has a new offer after`, Math.max(...last), MOST.reached, "ms");
    most(`${kind}: memory with all open`, memory, MOST.subscribersMemory, "MB");
  };
  if (results.websockets) live("websockets", results.websockets);
  if (results.eventStreams) live("event streams", results.eventStreams);
  for (const { name, bytes, most: wanted } of results.sizes ?? []) most(name, bytes, wanted, "bytes");
  return missed;
}
