/**
 * Writes the SQL that each of the SDK's operations reads with, a file a feature, so that a change of who may see what
 * shows up in review as a changed `where`.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  execute,
  isEnumType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  visit,
} from "graphql";
import { format } from "sql-formatter";
import { answersAtRoot } from "../dist/platform/graphql/deliver.js";
import { openReading } from "../dist/platform/reading/read.js";
import { buildKithSchema } from "../dist/schema.js";

const { schema, catalog } = buildKithSchema();
const leaf = answersAtRoot(schema);
const operationsFolder = new URL("../../sdk/operations/", import.meta.url);
const sample = "00000000000000000000000000";
const PREFIX: Record<string, string> = { Member: "mbr", Community: "com", SupportOffer: "sof", Exchange: "exc", PulseCheckIn: "chk" };
const member = { kind: "MEMBER", partnerId: `prt_${sample}`, memberId: `mbr_${sample}`, isAdult: true, timeZone: "UTC", pseudonym: "", matchingDial: "PEER_TO_PEER", actingKeyId: null };
const server = { kind: "SERVER", partnerId: `prt_${sample}`, keyId: `key_${sample}`, matchingDial: "PEER_TO_PEER" };

const files = (await readdir(operationsFolder)).filter((name) => name.endsWith(".graphql")).sort();
const documents = new Map(await Promise.all(files.map(async (name) => [name, parse(await readFile(new URL(name, operationsFolder), "utf8"))] as const)));
const fragments = new Map([...documents.values()].flatMap(({ definitions }) => definitions).flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));

for (const [name, { definitions }] of documents) {
  const parts: string[] = [];
  for (const operation of definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION || operation.operation !== "query") continue;
    const sql = await statementsOf(operation);
    parts.push(...sql.map((text) => `-- ${operation.name?.value}\n${format(text, { language: "postgresql", keywordCase: "lower", expressionWidth: 110, linesBetweenQueries: 1 })};\n`));
  }
  if (parts.length === 0) continue;
  const feature = name.replace(".graphql", "");
  const banner = `-- How the SDK's ${feature} queries read. Written by \`npm run generate\`; do not edit.\n\n`;
  await writeFile(new URL(`../src/features/${feature}/${feature}.queries.sql`, import.meta.url), `${banner}${parts.join("\n")}`);
}

/** The operation run for a member and, if that asks nothing, for the partner's server; no database is there to answer. */
async function statementsOf(operation: OperationDefinitionNode): Promise<string[]> {
  const seen: string[] = [];
  for (const viewer of [member, server]) {
    const keep = async ({ text }: { text: string }) => void seen.push(text);
    const database = { fetch: keep, kysely: { executeQuery: async ({ sql }: { sql: string }) => (seen.push(sql), { rows: [] }) } };
    await execute({
      schema: leaf,
      document: documentOf(operation),
      variableValues: variablesOf(operation),
      contextValue: { viewer, reading: openReading({ schema, catalog, database: database as never }), now: () => new Date("2026-11-24T12:00:00Z") },
    });
    if (seen.length > 0) break;
  }
  return seen;
}

/** With all the fragments it reaches, and no others. */
function documentOf(operation: OperationDefinitionNode): DocumentNode {
  const reached = new Map<string, FragmentDefinitionNode>();
  const reach = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || reached.has(name.value)) return;
        reached.set(name.value, fragment);
        reach(fragment);
      },
    });
  };
  reach(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...reached.values()] };
}

/** Something for each variable that narrows or names; paging is left to its defaults. */
function variablesOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const wanted = [...Object.entries(PREFIX)].find(([type]) => operation.name?.value.startsWith(type))?.[1] ?? "com";
  const values: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (["first", "after", "last", "before"].includes(name) || defaultValue) continue;
    values[name] = valueOf(typeFromAST(schema, type as never) as never, name, wanted);
  }
  return values;
}

function valueOf(type: never, name: string, prefix: string): unknown {
  const named = getNamedType(type) as ReturnType<typeof schema.getType>;
  const many = String(type).startsWith("[");
  const one = isEnumType(named)
    ? named.getValues()[0]?.name
    : isInputObjectType(named)
      ? Object.fromEntries(Object.values(named.getFields()).map((field) => [field.name, valueOf(field.type as never, field.name, "com")]))
      : named?.name === "Boolean"
        ? true
        : named?.name === "Int"
          ? 28
          : `${prefix}_${sample}`;
  return many ? [one] : one;
}
