/**
 * One bounded round of load in a process of its own: so many connections, each asking again as soon as it has its answer,
 * for so many seconds. Reads one JSON line of what to do from its arguments and prints one of what it saw.
 */
import { Pool } from "undici";
import { type Asker, OPERATIONS, type Operation, type OperationName } from "./operations.ts";
import type { ServerName } from "./servers.ts";

export interface Round {
  readonly server: ServerName;
  readonly url: string;
  readonly operation: OperationName;
  readonly askers: readonly Asker[];
  readonly connections: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}
export interface Seen {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Counted or not. */
  readonly answers: number;
  readonly wrong: number;
}

/** PostGraphile's own document, as its names differ; the others answer the same one. */
const documentFor = (server: ServerName, { document, postgraphile }: Operation) =>
  server.startsWith("postgraphile") && postgraphile ? postgraphile : document;

export const requestOf = (server: ServerName, operation: Operation, asker: Asker, key: string) => ({
  method: "POST" as const,
  path: "/graphql",
  headers: {
    "content-type": "application/json",
    authorization: `Bearer ${asker.token}`,
    "x-asker": `${asker.partnerId} ${asker.memberId}`,
    ...(operation.kind === "write" ? { "idempotency-key": key } : {}),
  },
  body: JSON.stringify({
    operationName: /(?:query|mutation) (\w+)/.exec(operation.document)?.[1],
    query: documentFor(server, operation),
    variables: operation.variables(asker),
  }),
});

async function run(round: Round): Promise<Seen> {
  const operation = OPERATIONS.find(({ name }) => name === round.operation);
  if (!operation) throw new Error(`no operation ${round.operation}`);
  const pool = new Pool(round.url, { connections: round.connections, pipelining: 1 });
  let wrong = 0;
  let asked = 0;
  const stamp = `${process.pid}-${Date.now()}`;
  const ask = async () => {
    const asker = round.askers[asked++ % round.askers.length] as Asker;
    const { statusCode, body } = await pool.request(requestOf(round.server, operation, asker, `${stamp}-${asked}`));
    const text = await body.text();
    if (statusCode !== 200 || text.includes('"errors"')) wrong++;
  };
  const together = (work: () => Promise<void>) => Promise.all(Array.from({ length: round.connections }, work));

  // a token is proved once and used for an hour: each asker's first request is not what is measured
  if (round.server === "kith")
    await together(async () => {
      while (asked < round.askers.length) await ask();
    });
  const counted = performance.now() + round.warmUpSeconds * 1000;
  const end = counted + round.seconds * 1000;
  const took: number[] = [];
  await together(async () => {
    while (performance.now() < end) {
      const from = performance.now();
      await ask();
      const to = performance.now();
      if (from >= counted && to <= end) took.push(to - from);
    }
  });
  await pool.close();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { perSecond: took.length / round.seconds, p50: at(0.5), p99: at(0.99), answers: asked, wrong };
}

if (process.argv[1] === import.meta.filename) {
  let text = "";
  for await (const part of process.stdin) text += part;
  console.log(JSON.stringify(await run(JSON.parse(text) as Round)));
}
