import { type GenericSchema, type InferOutput, safeParse } from "valibot";

/** What a schema says no to: `path: REASON` for each issue; an empty list when it takes the input. */
export function reasons(schema: GenericSchema, input: unknown): string[] {
  const { issues = [] } = safeParse(schema, input);
  return issues.map((issue) => `${(issue.path ?? []).map((part) => String(part.key)).join(".")}: ${issue.message}`);
}

/** What a schema makes of an input that it must take. */
export function taken<Schema extends GenericSchema>(schema: Schema, input: unknown): InferOutput<Schema> {
  const result = safeParse(schema, input);
  if (!result.success) throw new Error(`Not taken: ${reasons(schema, input).join(", ")}`);
  return result.output;
}
