import { ArgsType, Field, ID, ObjectType } from "type-graphql";
import type { LiveArgs } from "../../platform/events/live.js";
import { SupportOffer } from "./support-offer.type.js";

@ObjectType({ description: "An event of `supportOfferChanged`." })
export class SupportOfferChanged {
  @Field(() => String, { description: "For `after`: to come back to this place. Opaque." })
  cursor!: string;
  @Field(() => Boolean, {
    description: "Only ever true in a first event, where `after` could not be honoured: read anew what is shown.",
  })
  mayHaveMissed!: boolean;
  @Field(() => SupportOffer, {
    nullable: true,
    description: "The offer as it is now. Null in the first event, which comes at once: nothing after it is missed.",
  })
  supportOffer!: SupportOffer | null;
}

@ArgsType()
export class SupportOfferChangedArgs implements LiveArgs {
  @Field(() => ID, {
    nullable: true,
    description: "Only offers in this community; none while it does not exist for the caller.",
  })
  communityId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The last cursor received: brings what changed since, each offer once, as it is now.",
  })
  after?: string | null;
}
