import { type DocumentNode, execute, parse } from "graphql";
import { buildKithSchema } from "../../../schema.js";
import { openDatabase } from "../../database/database.js";
import { testDatabase } from "../../database/testing.js";
import { answersAtRoot, introspects } from "../../graphql/deliver.js";
import { stringifyAnswer } from "../../graphql/finished-json.js";
import type { Viewer } from "../../identity/viewer.js";
import { openReading } from "../read.js";
import { type Counted, counted } from "./counted-database.js";
import { seed, type World } from "./world.js";

export interface Asking {
  readonly adminUrl: string;
  readonly database: Counted;
  /** Runs an operation without the one door's limits; a source that was asked before is the same document. */
  ask(viewer: Viewer | null, source: string, variables?: object): Promise<Answer>;
  stop(): Promise<void>;
}
interface Answer {
  readonly data: any;
  /** Each as its path, its code and the argument it is about. */
  readonly errors: readonly string[];
}

/** Kith's own schema over a database with these worlds. */
export async function asking(...worlds: World[]): Promise<Asking> {
  const own = await testDatabase();
  await seed(own.adminUrl, worlds);
  const onError = (error: Error) => {
    throw error;
  };
  const database = counted(openDatabase({ url: own.url, poolSize: 2, statementTimeoutMs: 20_000, onError }));
  const { schema, catalog } = buildKithSchema();
  const leaves = answersAtRoot(schema);
  const reading = openReading({ schema, catalog, database });
  const documents = new Map<string, DocumentNode>();
  const documentOf = (source: string) => {
    const document = documents.get(source) ?? parse(source);
    documents.set(source, document);
    return document;
  };
  return {
    adminUrl: own.adminUrl,
    database,
    async ask(viewer, source, variables = {}) {
      const document = documentOf(source);
      const { errors = [], ...answer } = await execute({
        schema: introspects(document) ? schema : leaves,
        document,
        variableValues: { ...variables },
        contextValue: { viewer, reading, now: () => new Date() },
      });
      const { data } = JSON.parse(stringifyAnswer({ data: null, ...answer }));
      const told = errors.map(({ path, extensions, message }) =>
        [path?.join("."), extensions.code ?? message, extensions.field].join(" ").trim(),
      );
      return { data, errors: told };
    },
    async stop() {
      await database.close();
      await own.drop();
    },
  };
}
