import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import type { ASTVisitor, ValidationContext, ValidationRule } from "graphql";
import { fault } from "./errors.js";
import { LIMITS, type LimitReason } from "./limits.js";
import { mayBeEmpty, rootFieldsOf } from "./root-fields.js";

function tooMuch(reason: LimitReason, limit: number) {
  return fault("QUERY_TOO_COSTLY", { reason, figures: { limit } });
}

const reporting = (reason: LimitReason, n: number) => ({
  n,
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null) => context?.reportError(tooMuch(reason, n))],
});

const rootFieldsRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const fields = rootFieldsOf(operation, (name) => context.getFragment(name));
    if (fields.length > LIMITS.rootFields) context.reportError(tooMuch("TOO_MANY_ROOT_FIELDS", LIMITS.rootFields));
    return false;
  },
});

/** graphql-js looks for a subscription's one field as if there were no variables, and trips over one that decides it. */
const oneFieldRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition(operation) {
    const { operation: kind } = operation;
    if (kind === "subscription" && mayBeEmpty(operation, (name) => context.getFragment(name))) {
      context.reportError(fault("BAD_INPUT", { reason: "DOCUMENT_INVALID" }));
    }
    return false;
  },
});

/**
 * Asked before the specification's own rules, some of which take time that grows with the square of a document. Those
 * that ask about types come after.
 */
export const LIMIT_RULES: readonly ValidationRule[] = [
  maxDepthRule({ ...reporting("TOO_DEEP", LIMITS.depth), flattenFragments: true }),
  maxAliasesRule(reporting("TOO_MANY_ALIASES", LIMITS.aliases)),
  rootFieldsRule,
  oneFieldRule,
];

/** Thrown where the cost of a document cannot even be counted. */
export const tooManyFields = () => tooMuch("TOO_MANY_FIELDS", LIMITS.cost);
