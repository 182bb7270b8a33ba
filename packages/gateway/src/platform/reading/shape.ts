/**
 * All of a value that may change the SQL: a boolean counts by what it is, an input object by what it holds, everything
 * else by whether it is there.
 */
export function shapeOf(value: unknown): string {
  if (value === undefined) return "_";
  if (value === null) return "0";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (!isOpen(value)) return "1";
  let shape = "{";
  for (const name of Object.keys(value).sort()) shape += `${name}:${shapeOf(value[name])},`;
  return `${shape}}`;
}

/** An input object, whose parts count one by one; a list or an instant counts as a whole. */
export function isOpen(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
