import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray, type PubSub } from "type-graphql";
import * as checkIns from "./features/check-ins/schema.js";
import * as communities from "./features/communities/schema.js";
import * as members from "./features/members/schema.js";
import * as partners from "./features/partners/schema.js";
import * as supportOffers from "./features/support-offers/schema.js";
import { readPlainly } from "./platform/graphql/deliver.js";
import { NodeResolver } from "./platform/graphql/node.type.js";
import { type Catalog, catalogOf, type Part } from "./platform/reading/catalog.js";
import { checkCatalog } from "./platform/reading/check-catalog.js";
import type { AnySelection, Extension } from "./platform/reading/selection.js";

interface Feature {
  readonly resolvers: readonly Function[];
  readonly selections: readonly (AnySelection | Extension)[];
}
const features: readonly Feature[] = [members, communities, supportOffers, checkIns, partners];

/** type-graphql wants one as soon as anything can be subscribed to; ours are brought by the outbox. */
const NONE: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error("A subscription says what it brings: subscribe: brings(…)");
  },
};

/** The API and what stands behind it: every feature's resolvers and selections, and nothing else knows them all. */
export function buildKithSchema(): { schema: GraphQLSchema; catalog: Catalog } {
  const resolvers = [
    NodeResolver,
    ...features.flatMap((feature) => feature.resolvers),
  ] as unknown as NonEmptyArray<Function>;
  const schema = buildSchemaSync({ resolvers, validate: false, pubSub: NONE });
  const catalog = catalogOf(features.flatMap<Part>((feature) => feature.selections));
  checkCatalog(catalog, schema);
  return { schema: readPlainly(schema), catalog };
}
