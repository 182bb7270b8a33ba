import { Arg, Field, ID, InterfaceType, Query, Resolver } from "type-graphql";
import { type Read, Reads } from "./reads.js";

@InterfaceType({ description: "An object that has an id of its own. Ids are a prefix and 26 characters: `mbr_01j…`." })
export abstract class Node {
  @Field(() => ID, { description: "Its id." })
  id!: string;
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "The thing with this id; `NOT_FOUND` when it does not exist for the caller.",
  })
  node(@Arg("id", () => ID, { description: "Any id that the API gave." }) id: string, @Reads() read: Read) {
    return read.node(id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "The things with these ids, in their order; null for each that does not exist for the caller.",
  })
  nodes(@Arg("ids", () => [ID], { description: "At most 100 ids." }) ids: string[], @Reads() read: Read) {
    return read.nodes(ids);
  }
}
