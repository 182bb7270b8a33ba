import { setFlagsFromString } from "node:v8";
import { loadModule, parseSync, SqlError } from "libpg-query";
import { LRUCache } from "lru-cache";
import { mayCrossPartners } from "./cross-partner.js";
import { analyse } from "./guard/analyse.js";
import { Refused } from "./guard/model.js";

/** A statement that could read or change what belongs to another partner. Never the caller's fault: ours. */
export class UnboundStatement extends Error {
  override readonly name = "UnboundStatement";
  readonly statement: string;

  constructor(reason: string, statement: string) {
    super(reason);
    this.statement = statement;
  }
}

const NONE: readonly number[] = [];
/** Text → the numbers of its parameters that name the partner. Only what passed is kept. */
const passed = new LRUCache<string, readonly number[]>({
  max: 5_000,
  maxSize: 32_000_000,
  sizeCalculation: (_numbers, text) => text.length + 1,
});

let loading: Promise<void> | undefined;

/**
 * Loads PostgreSQL's grammar, once. Before it is done `checkStatement` cannot work. V8 would soon make the grammar's one
 * huge function faster, and takes 500 MB for a second to do so: more than the gateway is given, for what runs once a text.
 */
export function loadStatementGuard(): Promise<void> {
  if (!loading) {
    setFlagsFromString("--no-wasm-tier-up");
    setFlagsFromString("--no-wasm-dynamic-tiering");
    loading = loadModule();
  }
  return loading;
}

/**
 * Throws unless every table in the statement is bound to a partner, by `partner_id = $n` or by being equal to one that
 * is. Gives the numbers of the parameters that name the partner. A text is parsed the first time only.
 */
export function checkStatement(text: string): readonly number[] {
  const known = passed.get(text);
  if (known) return known;
  const numbers = mayCrossPartners(text) ? NONE : read(text);
  passed.set(text, numbers);
  return numbers;
}

function read(text: string): readonly number[] {
  try {
    // The parser has no answer for nothing at all.
    const { stmts = [] } = text === "" ? {} : parseSync(text);
    const [only] = stmts;
    if (stmts.length !== 1 || !only?.stmt) throw new Refused("A text holds one statement, no more and no less.");
    return analyse(only.stmt);
  } catch (error) {
    if (error instanceof Refused || error instanceof SqlError) throw new UnboundStatement(error.message, text);
    throw error;
  }
}

const PARTNER_ID = /^prt_/;

/** Throws unless the parameters that name the partner all hold one partner's id. */
export function checkPartner(numbers: readonly number[], values: readonly unknown[], text: string): void {
  const [first] = numbers;
  if (first === undefined) return;
  const partner = values[first - 1];
  if (typeof partner !== "string" || !PARTNER_ID.test(partner)) {
    throw new UnboundStatement(`$${first} stands for the partner, and is no partner's id.`, text);
  }
  for (const number of numbers) {
    if (values[number - 1] !== partner) throw new UnboundStatement("The statement names two partners.", text);
  }
}
