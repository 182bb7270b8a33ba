import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** The fields an operation asks of its root, through fragments; those it might skip too. */
export function rootFieldsOf(
  operation: OperationDefinitionNode,
  fragment: (name: string) => FragmentDefinitionNode | null | undefined,
): readonly FieldNode[] {
  const fields: FieldNode[] = [];
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) fields.push(node);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
      else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const definition = fragment(node.name.value);
        if (definition) collect(definition.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return fields;
}

/** Whether an operation's variables could leave it with no field of its root at all. */
export function mayBeEmpty(
  operation: OperationDefinitionNode,
  fragment: (name: string) => FragmentDefinitionNode | null | undefined,
): boolean {
  const spread = new Set<string>();
  const conditional = ({ selections }: SelectionSetNode): boolean =>
    selections.some((node) => {
      if (node.directives?.some(({ name }) => name.value === "skip" || name.value === "include")) return true;
      if (node.kind === Kind.INLINE_FRAGMENT) return conditional(node.selectionSet);
      if (node.kind === Kind.FIELD || spread.has(node.name.value)) return false;
      spread.add(node.name.value);
      const definition = fragment(node.name.value);
      return definition ? conditional(definition.selectionSet) : false;
    });
  return conditional(operation.selectionSet);
}

/** Whether an operation asks about the schema and nothing else. */
export function onlyIntrospects(fields: readonly FieldNode[]): boolean {
  return fields.every(({ name }) => name.value.startsWith("__"));
}
