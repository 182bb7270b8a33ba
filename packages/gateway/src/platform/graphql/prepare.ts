import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  specifiedRules,
  validate,
} from "graphql";
import { pricing } from "./cost.js";
import { introspects } from "./deliver.js";
import { documentError } from "./document-error.js";
import { fault } from "./errors.js";
import { LIMIT_RULES, tooManyFields } from "./limit-rules.js";
import { onlyIntrospects, rootFieldsOf } from "./root-fields.js";

const MOST_ERRORS = 5;

/** One operation of a document that fits the schema and the limits. */
export interface Prepared {
  readonly operation: OperationDefinitionNode;
  readonly rootFields: readonly FieldNode[];
  /** It asks about the schema, maybe among other things. */
  readonly introspects: boolean;
  readonly onlyIntrospects: boolean;
  checkPrice(variables: Readonly<Record<string, unknown>>): void;
}

export type Refused = readonly GraphQLError[];

/** Everything about a document that its variables do not change, worked out once while the document is remembered. */
export function preparing({ schema, development }: { schema: GraphQLSchema; development: boolean }) {
  const known = new WeakMap<DocumentNode, Map<string | null, Prepared | Refused>>();

  function prepare(document: DocumentNode, operationName: string | null): Prepared | Refused {
    const errors = validate(schema, document, LIMIT_RULES);
    if (errors.length > 0) return errors;
    const unfit = validate(schema, document, specifiedRules, { maxErrors: MOST_ERRORS });
    if (unfit.length > 0) return unfit.slice(0, MOST_ERRORS).map(unfitError);
    const operation = getOperationAST(document, operationName);
    if (!operation) return [fault("BAD_INPUT", { reason: "OPERATION_UNKNOWN", field: "operationName" })];
    if (introspects(document) && !development) return [fault("FORBIDDEN", { reason: "INTROSPECTION_OFF" })];
    const rootFields = rootFieldsOf(operation, (name) => fragmentIn(document, name));
    return {
      operation,
      rootFields,
      introspects: introspects(document),
      onlyIntrospects: onlyIntrospects(rootFields),
      checkPrice: pricing(schema, document, operation),
    };
  }

  /** Without a place where graphql-js gave up on comparing each field with all others. */
  function unfitError(error: GraphQLError): GraphQLError {
    return error.nodes?.length ? documentError(error, development) : tooManyFields();
  }

  return (document: DocumentNode, operationName: string | null): Prepared | Refused => {
    let byName = known.get(document);
    if (!byName) known.set(document, (byName = new Map()));
    // A name the document does not hold is not remembered: anyone could send any number of them.
    let prepared = byName.get(operationName);
    if (!prepared) {
      prepared = prepare(document, operationName);
      if (!isRefused(prepared) || byName.size === 0) byName.set(operationName, prepared);
    }
    return prepared;
  };
}

export function isRefused(prepared: Prepared | Refused): prepared is Refused {
  return Array.isArray(prepared);
}

function fragmentIn({ definitions }: DocumentNode, name: string) {
  for (const part of definitions) if (part.kind === Kind.FRAGMENT_DEFINITION && part.name.value === name) return part;
  return undefined;
}
