/**
 * Writes the SQL that a feature's sample operations read with, as a member and as the partner's server, so that a change
 * of who may see what shows up in review as a changed `where`.
 */
import { glob, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execute, Kind, type OperationDefinitionNode, parse } from "graphql";
import { format } from "sql-formatter";
import { answersAtRoot } from "../dist/platform/graphql/deliver.js";
import { openReading } from "../dist/platform/reading/read.js";
import { buildKithSchema } from "../dist/schema.js";

const { schema, catalog } = buildKithSchema();
const leaf = answersAtRoot(schema);
const sample = "00000000000000000000000000";
const partnerId = `prt_${sample}`;
const MEMBER = { kind: "MEMBER", partnerId, memberId: `mbr_${sample}`, isAdult: true, timeZone: "UTC" };
const SERVER = { kind: "SERVER", partnerId };
const PREFIX = { Community: "com", Member: "mbr", SupportOffer: "sof", Exchange: "exc", PulseCheckIn: "chk" };
/** Only the shape of a variable matters: which are given, and whether a flag is set. */
const VARIABLES: Record<string, unknown> = {
  externalId: "p-1",
  days: 28,
  states: ["ACCEPTED"],
  after: Buffer.from(`chk_${sample}`).toString("base64url"),
  afterCheckIn: Buffer.from(`2026-11-24T12:00:00.000000Z~chk_${sample}`).toString("base64url"),
  filter: { kind: "EMOTIONAL", communityId: `com_${sample}`, openOnly: true },
};

const features = join(import.meta.dirname, "../src/features");
for await (const file of glob("*/*.samples.graphql", { cwd: features })) {
  const feature = dirname(file);
  const text = await readFile(join(features, file), "utf8");
  const parts: string[] = [];
  for (const operation of parse(text).definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const name = operation.name?.value ?? "";
    for (const sql of await statementsOf(operation, name.endsWith("ForServer") ? SERVER : MEMBER)) {
      parts.push(`-- ${name}\n${formatted(sql)};\n`);
    }
  }
  const banner = `-- How ${feature} are read. Written by \`npm run generate\` from ${feature}.samples.graphql; do not edit.\n\n`;
  await writeFile(join(features, feature, `${feature}.queries.sql`), banner + parts.join("\n"));
}

/** What is sent when nothing is there to answer. */
async function statementsOf(
  operation: OperationDefinitionNode,
  viewer: typeof MEMBER | typeof SERVER,
): Promise<string[]> {
  const seen: string[] = [];
  const database = {
    fetch: async ({ text }: { text: string }) => void seen.push(text),
    kysely: {
      executeQuery: async ({ sql }: { sql: string }) => {
        seen.push(sql);
        return { rows: [] };
      },
    },
  };
  const type = /\.\.\. on (\w+)/.exec(
    operation.loc?.source.body.slice(operation.loc.start, operation.loc.end) ?? "",
  )?.[1];
  const prefix = PREFIX[(type ?? "Community") as keyof typeof PREFIX];
  const { errors } = await execute({
    schema: leaf,
    document: { kind: Kind.DOCUMENT, definitions: [operation] },
    variableValues: { ...VARIABLES, id: `${prefix}_${sample}` },
    contextValue: {
      viewer,
      reading: openReading({ schema, catalog, database: database as never }),
      now: () => new Date("2026-11-24T12:00:00Z"),
    },
  });
  const wrong = errors?.find(
    ({ extensions }) => !["NOT_FOUND", "FORBIDDEN"].includes(String(extensions.code)) && seen.length === 0,
  );
  if (wrong) throw wrong;
  return seen;
}

function formatted(sql: string): string {
  return (
    format(sql.replaceAll(/"(\w+)"/g, "$1"), {
      language: "postgresql",
      keywordCase: "lower",
      expressionWidth: 118,
      indentStyle: "standard",
    })
      // the formatter gives each clause's first item a line of its own; in a `where` of one condition that hides it
      .replaceAll(/\b(select|from|where|order by|limit)\n\s+/g, "$1 ")
  );
}
