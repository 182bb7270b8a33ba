import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Where a page lies in its list." })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether the list goes on after this page." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Whether the list starts before this page." })
  hasPreviousPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "For `before`: the page before this one. Null on an empty page.",
  })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "For `after`: the page after this one. Null on an empty page." })
  endCursor!: string | null;
}

/** Without any of them: the first 20. Not `first` with `before` or `last`, nor `last` with `after`. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: "How many from the start, 1 to 100; 20 if left out." })
  first?: number | null;
  @Field(() => String, { nullable: true, description: "A cursor: the page starts after it." })
  after?: string | null;
  @Field(() => Int, { nullable: true, description: "How many from the end, 1 to 100; 20 if left out with `before`." })
  last?: number | null;
  @Field(() => String, { nullable: true, description: "A cursor: the page ends before it." })
  before?: string | null;
}

export interface Connection<Node extends object> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The Relay connection of a type: `export const SupportOfferConnection = connectionOf("SupportOffer", () => SupportOffer)`. */
export function connectionOf<Node extends object>(
  name: string,
  node: () => abstract new (...args: never[]) => Node,
): new () => Connection<Node> {
  const type = node as () => ClassType<Node>;
  @ObjectType(`${name}Edge`, { description: "A node and its place in the list." })
  class Edge {
    @Field(() => String, { description: "The node's place in the list, for `after` and `before`." })
    cursor!: string;
    @Field(type, { description: "The node." })
    node!: Node;
  }
  @ObjectType(`${name}Connection`, { description: "A page of a list." })
  class Page {
    @Field(() => [Edge], { description: "The page's nodes with their cursors." })
    edges!: Edge[];
    @Field(() => [type()], { description: "The page's nodes." })
    nodes!: Node[];
    @Field(() => PageInfo, { description: "Where the page lies in the list." })
    pageInfo!: PageInfo;
    @Field(() => Int, { description: "How many the whole list holds, counted up to 1000." })
    totalCount!: number;
  }
  return Page;
}
