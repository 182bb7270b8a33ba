import { Args, Query, Resolver } from "type-graphql";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { PageArgs } from "../../platform/reading/connection.type.js";
import { communities } from "./community.selection.js";
import { CommunityConnection } from "./community.type.js";

@Resolver()
export class CommunityResolver {
  @Query(() => CommunityConnection, { description: "Communities that exist for the caller, newest first." })
  communities(@Args(() => PageArgs) args: PageArgs, @Reads() read: Read) {
    return read.pages(communities, args);
  }
}
