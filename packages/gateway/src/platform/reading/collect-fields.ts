import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLDirective,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** What decides which fields an operation asks for. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}
/** Every node that asks for one response key, in the operation's order. */
export type FieldGroup = readonly [FieldNode, ...FieldNode[]];

/**
 * CollectFields of the specification, for one concrete type. All nodes of a key are kept, and one level down their
 * selection sets are collected together: so fragments on an interface and on its types merge as deep as they go.
 */
export function collectFields(
  asked: Asked,
  type: GraphQLObjectType,
  sets: Iterable<SelectionSetNode | undefined>,
): Map<string, FieldGroup> {
  const groups = new Map<string, [FieldNode, ...FieldNode[]]>();
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isIncluded(asked, node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const group = groups.get(key);
        if (group) group.push(node);
        else groups.set(key, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(asked.schema, node.typeCondition?.name.value, type)) visit(node.selectionSet);
      } else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        const fragment = asked.fragments[node.name.value];
        if (fragment && applies(asked.schema, fragment.typeCondition.name.value, type)) visit(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) if (set) visit(set);
  return groups;
}

function isIncluded(asked: Asked, node: SelectionNode): boolean {
  const condition = (directive: GraphQLDirective) => getDirectiveValues(directive, node, asked.variables)?.if;
  return condition(GraphQLSkipDirective) !== true && condition(GraphQLIncludeDirective) !== false;
}

function applies(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}
