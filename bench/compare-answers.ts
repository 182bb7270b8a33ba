import { isDeepStrictEqual } from "node:util";
import { request } from "undici";
import { requestOf } from "./load.ts";
import { type Asker, OPERATIONS } from "./operations.ts";
import type { Server } from "./servers.ts";

/** What differs between two right answers: when a row was made, its new id, how an instant is written. */
function comparable(value: unknown, written: boolean): unknown {
  if (Array.isArray(value)) return value.map((part) => comparable(part, written));
  if (value && typeof value === "object") {
    const parts = Object.entries(value).filter(([key]) => !(written && (key === "id" || key === "recordedAt")));
    return Object.fromEntries(parts.map(([key, part]) => [key, comparable(part, written)]));
  }
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  return value;
}

async function answer(server: Server, operation: (typeof OPERATIONS)[number], asker: Asker): Promise<unknown> {
  const { path, ...options } = requestOf(operation, asker, `compare-${server.name}-${asker.memberId}-${Date.now()}`);
  const { body } = await request(`${server.url}${path}`, options);
  return comparable(await body.json(), operation.kind === "write");
}

/** Throws at the first answer in which two servers differ: a fast wrong answer is worth nothing. */
export async function compareAnswers(servers: readonly Server[], askers: readonly Asker[]): Promise<number> {
  let compared = 0;
  for (const operation of OPERATIONS) {
    for (const asker of askers) {
      const [first, ...others] = servers.filter(({ name }) => operation.kind === "read" || name !== "textbook") as [
        Server,
        ...Server[],
      ];
      const expected = await answer(first, operation, asker);
      if (JSON.stringify(expected).includes('"errors"') || JSON.stringify(expected).length < 100)
        throw new Error(`${operation.name}: ${first.name} answers ${JSON.stringify(expected)}`);
      for (const other of others) {
        const got = await answer(other, operation, asker);
        compared++;
        if (!isDeepStrictEqual(got, expected)) {
          throw new Error(
            `${operation.name}: ${other.name} and ${first.name} differ for ${asker.memberId}\n${JSON.stringify(got).slice(0, 2000)}\n${JSON.stringify(expected).slice(0, 2000)}`,
          );
        }
      }
    }
  }
  return compared;
}
