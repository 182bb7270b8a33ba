import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from "graphql";

const INSTANT = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/;
/** Offsets reach beyond the years that can be written so, and an answer must be an instant that may be sent again. */
const EARLIEST = Date.parse("0001-01-01T00:00:00Z");
const LATEST = Date.parse("9999-12-31T23:59:59.999Z");

function instantOf(value: unknown, node?: ValueNode): Date {
  const time = typeof value === "string" && INSTANT.test(value) ? Date.parse(value) : Number.NaN;
  // Not a number is not in this range either.
  if (!(time >= EARLIEST && time <= LATEST) || !isRealDay(value as string)) {
    throw new GraphQLError("An instant is written as ISO 8601 with its offset.", {
      nodes: node ?? null,
      extensions: { code: "BAD_INPUT", reason: "NOT_AN_INSTANT" },
    });
  }
  return new Date(time);
}

/** JavaScript rolls 30 February over into March; a person who typed it made a mistake. */
function isRealDay(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split("-").map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Answers come finished from PostgreSQL, so nothing here runs on the way out: `serialize` passes on what it gets. */
export const DateTime: GraphQLScalarType<Date, unknown> = new GraphQLScalarType<Date, unknown>({
  name: "DateTime",
  description: "An instant as ISO 8601 with its offset, up to microseconds: `2026-11-24T08:30:00.123456+00:00`.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339",
  parseValue: (value) => instantOf(value),
  parseLiteral: (node) => instantOf(node.kind === Kind.STRING ? node.value : undefined, node),
  serialize: (value) => value,
});

/** Only ever answered, never taken. */
export const CalendarDay: GraphQLScalarType<string, unknown> = new GraphQLScalarType<string, unknown>({
  name: "Date",
  description: "A calendar day: `2026-11-24`.",
  serialize: (value) => value,
});
