import { type GenericSchema, type InferOutput, safeParse } from "valibot";
import { fault } from "../graphql/errors.js";

/** What was asked, as core's schema has it; the first thing wrong with it is BAD_INPUT at its own path. */
export function checkInput<Schema extends GenericSchema>(schema: Schema, input: unknown): InferOutput<Schema> {
  const checked = safeParse(schema, input, { abortEarly: true, abortPipeEarly: true });
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  const path = issue.path?.map((part) => String(part.key)) ?? [];
  throw fault("BAD_INPUT", { field: ["input", ...path].join("."), reason: issue.message });
}
