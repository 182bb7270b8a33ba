import {
  type DocumentNode,
  type GraphQLFieldResolver,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLScalarType,
  GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { TYPE_KEY } from "../reading/json.js";

/** A root field's finished answer, passed on as it is. */
const Answer = new GraphQLScalarType({ name: "Answer", serialize: (value) => value });
type Walked = Readonly<Record<string, unknown>>;
const byResponseKey: GraphQLFieldResolver<Walked, unknown> = (source, _args, _context, info) => source[info.path.key];

/** Whether an executor walks below this root field. */
export const isWalked = (info: GraphQLResolveInfo): boolean => getNamedType(info.returnType) !== Answer;

/**
 * The same schema for execution: at the roots, objects are leaves that carry the finished answer, so that variables
 * are checked and the root resolvers run, and below them nothing is walked.
 */
export function answersAtRoot(schema: GraphQLSchema): GraphQLSchema {
  const root = (type: GraphQLObjectType | null | undefined) => {
    if (!type) return type;
    const config = type.toConfig();
    for (const field of Object.values(config.fields)) {
      if (!isLeafType(getNamedType(field.type)))
        field.type = isNonNullType(field.type) ? new GraphQLNonNull(Answer) : Answer;
    }
    return new GraphQLObjectType(config);
  };
  const config = schema.toConfig();
  const query = root(config.query);
  const mutation = root(config.mutation);
  const subscription = root(config.subscription);
  const roots = new Set<unknown>([config.query, config.mutation, config.subscription]);
  const types = config.types.filter((type) => !roots.has(type));
  return new GraphQLSchema({ ...config, types, query, mutation, subscription, assumeValid: true });
}

/**
 * For operations that introspect, which are walked over the API's own schema: below the roots nothing computes, every
 * field reads its response key. Changes the schema it is given.
 */
export function readPlainly(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set<unknown>([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isAbstractType(type)) type.resolveType = (answer: Walked) => answer[TYPE_KEY] as string;
    if (!isObjectType(type)) continue;
    type.isTypeOf = undefined;
    if (!roots.has(type)) for (const field of Object.values(type.getFields())) field.resolve = byResponseKey;
  }
  return schema;
}

const known = new WeakMap<DocumentNode, boolean>();
/** Whether a document asks about the schema itself. */
export function introspects(document: DocumentNode): boolean {
  let answer = known.get(document);
  if (answer === undefined) {
    const asks = ({ selections }: SelectionSetNode): boolean =>
      selections.some((node) => {
        if (node.kind === Kind.FIELD) return node.name.value === "__schema" || node.name.value === "__type";
        return node.kind === Kind.INLINE_FRAGMENT && asks(node.selectionSet);
      });
    answer = document.definitions.some((part) => "selectionSet" in part && asks(part.selectionSet));
    known.set(document, answer);
  }
  return answer;
}
