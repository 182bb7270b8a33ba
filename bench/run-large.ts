import { chooseAskers, LARGE, NORMAL, type Size } from "./data.ts";
import type { Postgres } from "./database.ts";
import { serveKith, signIn } from "./kith.ts";
import { type Asked, measure, turned } from "./measure.ts";
import type { Operation, OperationName } from "./operations.ts";
import type { Load, Measured, Results } from "./results.ts";

const SIZES = { normal: NORMAL, large: LARGE } as const;
type SizeName = keyof typeof SIZES;

/** A gateway on each of two databases in one PostgreSQL, in turn: what the machine does meanwhile is in both. */
export async function measureLarge(
  postgres: Postgres,
  operations: readonly Operation[],
  load: Load,
  say: (text: string) => void,
): Promise<Omit<NonNullable<Results["large"]>, "on">> {
  const asked = {} as Record<SizeName, Asked>;
  let loading = 0;
  try {
    for (const [name, size] of Object.entries(SIZES) as [SizeName, Size][]) {
      say(`loading ${size.exchanges.toLocaleString("en")} exchanges and all else`);
      const filled = await postgres.filled(`bench_${name}`, size);
      loading = filled.loading / 1000;
      const askers = await signIn(filled, await chooseAskers(filled.url, 400));
      asked[name] = { server: await serveKith(filled, "10"), askers };
    }
    const seen: Partial<Record<OperationName, Record<SizeName, Measured[]>>> = {};
    for (let round = 0; round < load.rounds; round++) {
      for (const operation of operations) {
        const of = (seen[operation.name] ??= { normal: [], large: [] });
        for (const name of turned(Object.keys(SIZES) as SizeName[], round))
          of[name].push(await measure(asked[name], operation, load));
      }
      say(`round ${round + 1} of ${load.rounds}`);
    }
    return { load, loading, operations: seen };
  } finally {
    await Promise.all(Object.values(asked).map(({ server }) => server.stop()));
  }
}
