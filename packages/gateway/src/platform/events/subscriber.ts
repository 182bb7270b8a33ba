import { type GraphQLResolveInfo, visit } from "graphql";
import type { Context } from "../graphql/context.js";
import type { MemberViewer } from "../identity/viewer.js";
import { memberOf } from "../writing/callers.js";
import type { Feed } from "./feed.js";
import type { LiveKind, Touched } from "./live.js";
import type { Position } from "./position.js";

/** One open subscription. */
export interface Subscriber {
  readonly live: LiveKind;
  wants(touched: Pick<Touched, "roomId">): boolean;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
  /** Those who ask for the same in the same words are read for together. */
  readonly asks: string;
  readonly feed: Feed;
  /** Up to here it was told when it began; the outbox may be read again from before. */
  told: Position | null;
}

/** Who they are now. */
export const viewerOf = ({ context }: Subscriber): MemberViewer => memberOf(context);

const numbers = new WeakMap<object, number>();
let operations = 0;

/** The operation, and those of its variables that an answer may depend on: where to start from is each client's own. */
export function asksOf(info: GraphQLResolveInfo): string {
  let number = numbers.get(info.operation);
  if (number === undefined) numbers.set(info.operation, (number = operations++));
  const used = [...variablesBelow(info)].map((name) => [name, info.variableValues[name]]);
  return `${number} ${info.path.key} ${JSON.stringify(used)}`;
}

function variablesBelow({ fieldNodes, fragments, parentType }: GraphQLResolveInfo): ReadonlySet<string> {
  const below = Object.values(fragments).filter((fragment) => fragment.typeCondition.name.value !== parentType.name);
  const names = new Set<string>();
  for (const node of [...below, ...fieldNodes.map(({ selectionSet }) => selectionSet)]) {
    if (node) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  }
  return names;
}
