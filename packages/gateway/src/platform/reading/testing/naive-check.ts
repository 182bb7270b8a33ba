import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
} from "graphql";
import { collectSubfields } from "graphql/execution/collectFields.js";
import { getArgumentValues } from "graphql/execution/values.js";
import { checkPage, type PageArguments } from "./naive-page.js";

const PREFIXES: Record<string, string> = {
  mbr: "Member",
  com: "Community",
  sof: "SupportOffer",
  exc: "Exchange",
  chk: "PulseCheckIn",
};

/**
 * The gateway refuses a root field for a bad argument anywhere below it, also where no row would have led there. An
 * executor's own resolvers would not notice, so this walks what is asked before they run.
 */
export function checkArguments(
  info: GraphQLResolveInfo,
  args: { readonly id?: string; readonly ids?: readonly string[] },
): void {
  const { schema, fragments, variableValues } = info;
  const ids = args.ids ?? (args.id === undefined ? [] : [args.id]);
  const met = new Set(ids.map((id) => PREFIXES[id.slice(0, 3)]));
  const visit = (
    nodes: readonly FieldNode[],
    returned: GraphQLOutputType,
    parent: GraphQLObjectType,
    name: string,
  ): void => {
    const field = parent.getFields()[name]!;
    const given = getArgumentValues(field, nodes[0]!, variableValues);
    if (field.args.some((arg) => arg.name === "after"))
      checkPage(given as PageArguments, name === "pulseCheckIns" ? "instant and id" : "id");
    const type = getNamedType(returned);
    const types = isAbstractType(type)
      ? schema.getPossibleTypes(type).filter((one) => met.has(one.name))
      : isObjectType(type)
        ? [type]
        : [];
    for (const one of types) {
      for (const group of collectSubfields(schema, fragments, variableValues, one, [...nodes]).values()) {
        const below = one.getFields()[group[0]!.name.value];
        if (below) visit(group, below.type, one, below.name);
      }
    }
  };
  visit(info.fieldNodes, info.returnType, info.parentType, info.fieldName);
}
