import { CommunityVisibility } from "@kith/core/communities";
import type { CommunityId } from "@kith/core/values";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { one, payload } from "../../platform/reading/selection.js";
import { community } from "./community.selection.js";
import { Community } from "./community.type.js";

@InputType({ description: "A new community." })
export class CreateCommunityInput {
  @Field(() => String, { description: "Its name, 1 to 120 characters." })
  name!: string;
  @Field(() => String, { nullable: true, description: "What it is for, up to 2000 characters." })
  description?: string | null;
  @Field(() => String, { nullable: true, description: "How people treat each other here, up to 2000 characters." })
  guidelines?: string | null;
  @Field(() => [String], { nullable: true, description: "What it is about: at most ten, each 1 to 40 characters." })
  topics?: string[] | null;
  @Field(() => CommunityVisibility, { defaultValue: CommunityVisibility.PUBLIC, description: "For whom it exists." })
  visibility!: CommunityVisibility;
  @Field(() => Int, { nullable: true, description: "Most active members at once; null for no bound." })
  seats?: number | null;
  @Field(() => [ID], { nullable: true, description: "Members who look after it; they join at once and take seats." })
  facilitatorIds?: string[] | null;
}

@ObjectType({ description: "What `createCommunity` answers." })
export class CreateCommunityPayload {
  @Field(() => Community, { description: "The new community." })
  community!: Community;
}

export const createCommunityPayload = payload<{ communityId: CommunityId }>()(CreateCommunityPayload, {
  community: one(() => community, { id: "communityId" }, { seenWithParent: true }),
});
