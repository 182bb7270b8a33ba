/** What may be logged of an error: where it happened and what kind it was. */
export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly stack: readonly string[];
  readonly cause?: DescribedError;
}

const PLAIN = /^[A-Za-z0-9_.-]{1,64}$/;
const FRAME = /^\s+at \S.*:\d+:\d+\)?$/;

/**
 * Messages stay out: PostgreSQL's quote the value that did not fit, JSON.parse's the text it choked on, and those are
 * people's words. Name, code and stack find the line that threw.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const facts = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const plain = (value: unknown) => (typeof value === "string" && PLAIN.test(value) ? value : undefined);
  const [code, table, constraint] = [plain(facts.code), plain(facts.table), plain(facts.constraint)];
  return {
    name: plain(error.name) ?? "Error",
    ...(code !== undefined && { code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
    stack: frames(error),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

function frames({ stack = "", message }: Error): string[] {
  const at = stack.indexOf(message);
  const rest = at < 0 ? stack : stack.slice(at + message.length);
  return rest
    .split("\n")
    .filter((line) => FRAME.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
