import { SupportOfferAction, SupportOfferState } from "@kith/core/support-offers";
import { SupportKind, WayToMeet } from "@kith/core/values";
import {
  Args,
  ArgsType,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Resolver,
  registerEnumType,
} from "type-graphql";
import { Node } from "../../platform/graphql/node.type.js";
import { DateTime } from "../../platform/graphql/scalars.js";
import { type Connection, connectionOf, PageArgs } from "../../platform/reading/connection.type.js";
import { selected } from "../../platform/reading/selection.js";
import { Community } from "../communities/index.js";
import { Member, Viewer } from "../members/index.js";

registerEnumType(SupportKind, {
  name: "SupportKind",
  description: "The four kinds of support.",
  valuesConfig: {
    EMOTIONAL: { description: "Listening, empathy, being taken seriously." },
    INFORMATIONAL: { description: "Guidance and useful information." },
    INSTRUMENTAL: { description: "Practical help: tasks, lifts, forms." },
    COMPANIONSHIP: { description: "Shared time, feeling less alone." },
  },
});
registerEnumType(WayToMeet, {
  name: "WayToMeet",
  description: "How the two would meet.",
  valuesConfig: {
    MESSAGE: { description: "By messages." },
    CALL: { description: "By telephone or video." },
    IN_PERSON: { description: "Face to face. Not until the partner turns it on." },
    PRACTICAL: { description: "Hands-on help. Not until the partner turns it on." },
  },
});
registerEnumType(SupportOfferState, {
  name: "SupportOfferState",
  description: "Where an offer stands.",
  valuesConfig: {
    OPEN: { description: "May be asked for." },
    PAUSED: { description: "Rests for now at its author's wish." },
    CLOSED: { description: "Closed for good by its author." },
    EXPIRED: { description: "Its time has passed." },
  },
});
registerEnumType(SupportOfferAction, {
  name: "SupportOfferAction",
  description: "What can be done with an offer.",
  valuesConfig: {
    EDIT: { description: "Change what it says: `updateSupportOffer`." },
    PAUSE: { description: "Let it rest: `pauseSupportOffer`." },
    RESUME: { description: "Open it again: `resumeSupportOffer`." },
    CLOSE: { description: "Close it for good: `closeSupportOffer`." },
    PROPOSE: { description: "Ask for it: `proposeExchange`." },
  },
});

@ObjectType({ implements: Node, description: "Support that a member offers to others." })
export class SupportOffer extends Node {
  @Field(() => [SupportKind], { description: "One to four kinds of support." })
  kinds!: SupportKind[];
  @Field(() => String, { description: "What is offered, in a line." })
  title!: string;
  @Field(() => String, { nullable: true, description: "More about it." })
  description!: string | null;
  @Field(() => [String], { description: "What it is about." })
  topics!: string[];
  @Field(() => [String], { description: "Languages as BCP 47 tags." })
  languages!: string[];
  @Field(() => [WayToMeet], { description: "How the two would meet." })
  waysToMeet!: WayToMeet[];
  @Field(() => Int, { description: "How many exchanges at once." })
  capacity!: number;
  @Field(() => Int, { description: "How many more exchanges could be accepted now." })
  seatsLeft!: number;
  @Field(() => SupportOfferState, { description: "Where it stands now." })
  state!: SupportOfferState;
  @Field(() => DateTime, { nullable: true, description: "Until when it holds; null for no end." })
  expiresAt!: Date | null;
  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
  @Field(() => DateTime, { description: "When it last changed." })
  updatedAt!: Date;
  @Field(() => Member, { description: "Who offers it." })
  author!: Member;
  @Field(() => Community, {
    nullable: true,
    description: "The community whose active members see it; null for an offer to everyone at the partner.",
  })
  community!: Community | null;
  @Field(() => [SupportOfferAction], { description: "What the viewer may do now." })
  viewerCan!: SupportOfferAction[];
}
export const SupportOfferConnection = connectionOf("SupportOffer", () => SupportOffer);

@InputType({ description: "Which offers; what is left out or null filters nothing." })
export class SupportOfferFilter {
  @Field(() => SupportKind, { nullable: true, description: "Only offers of this kind." })
  kind?: SupportKind | null;
  @Field(() => ID, {
    nullable: true,
    description: "Only offers in this community; none if it does not exist for the caller.",
  })
  communityId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Only offers that may be asked for now." })
  openOnly?: boolean | null;
}

@ArgsType()
export class SupportOffersArgs extends PageArgs {
  @Field(() => SupportOfferFilter, { nullable: true, description: "Which offers." })
  filter?: SupportOfferFilter | null;
}

/** What this feature adds to Community. */
@Resolver(() => Community)
export class CommunitySupportOffers {
  @FieldResolver(() => SupportOfferConnection, {
    description: "Its offers, newest first; empty unless the viewer is an active member.",
  })
  supportOffers(@Args(() => SupportOffersArgs) _args: SupportOffersArgs): Connection<SupportOffer> {
    return selected();
  }
}

/** What this feature adds to Viewer. */
@Resolver(() => Viewer)
export class ViewerSupportOffers {
  @FieldResolver(() => SupportOfferConnection, { description: "The viewer's own offers, newest first." })
  supportOffers(@Args(() => PageArgs) _args: PageArgs): Connection<SupportOffer> {
    return selected();
  }
}
