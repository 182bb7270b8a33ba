/** A node of PostgreSQL's `explain (format json)`. */
export interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Parent Relationship"?: string;
  readonly "Sort Key"?: readonly string[];
  readonly Strategy?: string;
  readonly Plans?: readonly PlanNode[];
}

/** A partner has few of these, so that all of a partner's may be looked through in order. */
const FEW = new Set(["community", "partner"]);

/**
 * What would make a plan slower the more a partner has: a table read whole, all of a partner's rows read where a few
 * are wanted, rows sorted that no limit bounds.
 */
export function* planFaults(node: PlanNode): Generator<string> {
  const { "Node Type": type, "Relation Name": table, "Index Cond": condition, Plans: below = [] } = node;
  if (type === "Seq Scan") yield `reads all of ${table}`;
  if (table !== undefined && type.includes("Index") && !FEW.has(table) && columnsOf(condition) < 2) {
    yield `reads all of the partner's ${table} by ${node["Index Name"]}`;
  }
  if (type.includes("Sort") && !below.every(isBounded))
    yield `sorts by ${node["Sort Key"]?.join(", ")} what nothing bounds`;
  for (const child of below) yield* planFaults(child);
}

const columnsOf = (condition = ""): number =>
  new Set([...condition.matchAll(/(\w+) [=<>]/g)].map(([, column]) => column)).size;

/** A row looked up by its id. */
const isOneRow = ({ "Index Name": index = "", "Index Cond": condition = "" }: PlanNode): boolean =>
  index.endsWith("_pkey") && /\(id = /.test(condition);

/** Whether a node gives few rows, however many there are. Of a join, so many for each row of its outer side. */
function isBounded(node: PlanNode): boolean {
  const { "Node Type": type, Plans: below = [] } = node;
  const children = below.filter((child) => !["SubPlan", "InitPlan"].includes(child["Parent Relationship"] ?? ""));
  switch (type) {
    case "Limit":
    case "Result":
    case "Function Scan":
      return true;
    case "Index Scan":
      return isOneRow(node);
    case "Aggregate":
      return node.Strategy === "Plain";
    case "Nested Loop":
      return children.filter((child) => child["Parent Relationship"] === "Inner").every(isBounded);
    default:
      return children.length > 0 && children.every(isBounded);
  }
}
