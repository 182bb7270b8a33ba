import { isDeepStrictEqual } from "node:util";
import { request } from "undici";
import { requestOf } from "./load.ts";
import { type Asker, OPERATIONS, type Operation } from "./operations.ts";
import { answers, type Server } from "./servers.ts";

/** What differs between two right answers: a new row's id and time, PostGraphile's cursors. Each must still be there. */
const mayDiffer = ({ kind }: Operation, server: Server): readonly string[] =>
  kind === "write" ? ["id", "recordedAt"] : server.name.startsWith("postgraphile") ? ["endCursor"] : [];

/** An answer without what may differ, and with instants written in one way. */
function comparable(value: unknown, differing: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((part) => comparable(part, differing));
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        differing.includes(key) ? typeof part : comparable(part, differing),
      ]),
    );
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value).toISOString();
  return value;
}

/** PostGraphile's viewer is the member itself, so all are compared as if it were. */
function flat(answer: unknown): unknown {
  const { data } = answer as { data?: { viewer?: Record<string, unknown> } };
  if (!data?.viewer) return answer;
  const { member, ...rest } = data.viewer;
  return { data: { viewer: { ...(member as object | undefined), ...rest } } };
}

async function ask(server: Server, operation: Operation, asker: Asker): Promise<unknown> {
  const key = `compare-${server.name}-${asker.memberId}-${Date.now()}`;
  const { path, ...options } = requestOf(server.name, operation, asker, key);
  const { body } = await request(`${server.url}${path}`, options);
  return body.json();
}

/** Throws at the first answer in which two servers differ: a fast wrong answer is worth nothing. */
export async function compareAnswers(servers: readonly Server[], askers: readonly Asker[]): Promise<number> {
  let compared = 0;
  for (const operation of OPERATIONS) {
    for (const asker of askers) {
      const [first, ...others] = servers.filter((server) => answers(server, operation)) as [Server, ...Server[]];
      const expected = await ask(first, operation, asker);
      const text = JSON.stringify(expected);
      if (text.includes('"errors"') || text.length < 100)
        throw new Error(`${operation.name}: ${first.name} answers ${text}`);
      for (const other of others) {
        const differing = mayDiffer(operation, other);
        const [right, got] = [flat(expected), flat(await ask(other, operation, asker))].map((answer) =>
          comparable(answer, differing),
        );
        compared++;
        if (!isDeepStrictEqual(got, right)) {
          throw new Error(
            `${operation.name}: ${other.name} and ${first.name} differ for ${asker.memberId}\n${JSON.stringify(got).slice(0, 2000)}\n${JSON.stringify(right).slice(0, 2000)}`,
          );
        }
      }
    }
  }
  return compared;
}
