import { buildSchema, findBreakingChanges } from "graphql";

/** The lines that a changeset must hold, and none does: one for each way in which a query that worked no longer would. */
export function unmarkedBreaks(released: string, current: string, changesets: readonly string[]): string[] {
  const marked = new Set(changesets.flatMap((text) => text.split("\n").map((line) => line.trim())));
  return findBreakingChanges(buildSchema(released), buildSchema(current))
    .map(({ description }) => `Breaking: ${description}`)
    .filter((line) => !marked.has(line));
}
