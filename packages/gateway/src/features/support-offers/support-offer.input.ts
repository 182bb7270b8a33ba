import { SupportKind, type SupportOfferId, WayToMeet } from "@kith/core/values";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { DateTime } from "../../platform/graphql/scalars.js";
import { one, payload } from "../../platform/reading/selection.js";
import { supportOffer } from "./support-offer.selection.js";
import { SupportOffer } from "./support-offer.type.js";

@InputType({ description: "A new offer of support." })
export class CreateSupportOfferInput {
  @Field(() => [SupportKind], { description: "One to four kinds of support, each once." })
  kinds!: SupportKind[];
  @Field(() => String, { description: "What is offered, in a line of 1 to 120 characters." })
  title!: string;
  @Field(() => String, { nullable: true, description: "More about it, up to 2000 characters." })
  description?: string | null;
  @Field(() => [String], { nullable: true, description: "What it is about: at most ten, each 1 to 40 characters." })
  topics?: string[] | null;
  @Field(() => [String], { nullable: true, description: "At most ten languages as BCP 47 tags." })
  languages?: string[] | null;
  @Field(() => [WayToMeet], { nullable: true, description: "How the two would meet; `MESSAGE` if left out." })
  waysToMeet?: WayToMeet[] | null;
  @Field(() => Int, { defaultValue: 1, description: "How many exchanges at once, 1 to 20." })
  capacity!: number;
  @Field(() => ID, {
    nullable: true,
    description: "The community whose active members see it; everyone at the partner if left out.",
  })
  communityId?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Until when it holds, later than now; no end if left out." })
  expiresAt?: Date | null;
}

@ObjectType({ description: "What `createSupportOffer` answers." })
export class CreateSupportOfferPayload {
  @Field(() => SupportOffer, { description: "The new offer." })
  supportOffer!: SupportOffer;
}

@InputType({
  description:
    "What changes in one's own offer. What is left out stays as it is; null clears description and expiresAt.",
})
export class UpdateSupportOfferInput {
  @Field(() => ID, { description: "The offer, which only its author may change." })
  supportOfferId!: string;
  @Field(() => [SupportKind], { nullable: true, description: "One to four kinds of support, each once." })
  kinds?: SupportKind[] | null;
  @Field(() => String, { nullable: true, description: "What is offered, in a line of 1 to 120 characters." })
  title?: string | null;
  @Field(() => String, { nullable: true, description: "More about it, up to 2000 characters." })
  description?: string | null;
  @Field(() => [String], { nullable: true, description: "What it is about: at most ten, each 1 to 40 characters." })
  topics?: string[] | null;
  @Field(() => [String], { nullable: true, description: "At most ten languages as BCP 47 tags." })
  languages?: string[] | null;
  @Field(() => [WayToMeet], { nullable: true, description: "How the two would meet." })
  waysToMeet?: WayToMeet[] | null;
  @Field(() => Int, {
    nullable: true,
    description: "How many exchanges at once, 1 to 20 and not below those accepted now.",
  })
  capacity?: number | null;
  @Field(() => DateTime, { nullable: true, description: "Until when it holds, later than now." })
  expiresAt?: Date | null;
}

@ObjectType({ description: "What `updateSupportOffer` answers." })
export class UpdateSupportOfferPayload {
  @Field(() => SupportOffer, { description: "The offer as it is now." })
  supportOffer!: SupportOffer;
}

@InputType({ description: "Which offer rests." })
export class PauseSupportOfferInput {
  @Field(() => ID, { description: "One's own offer." })
  supportOfferId!: string;
}

@ObjectType({ description: "What `pauseSupportOffer` answers." })
export class PauseSupportOfferPayload {
  @Field(() => SupportOffer, { description: "The offer as it is now." })
  supportOffer!: SupportOffer;
}

@InputType({ description: "Which offer is open again." })
export class ResumeSupportOfferInput {
  @Field(() => ID, { description: "One's own offer." })
  supportOfferId!: string;
}

@ObjectType({ description: "What `resumeSupportOffer` answers." })
export class ResumeSupportOfferPayload {
  @Field(() => SupportOffer, { description: "The offer as it is now." })
  supportOffer!: SupportOffer;
}

@InputType({ description: "Which offer closes for good." })
export class CloseSupportOfferInput {
  @Field(() => ID, { description: "One's own offer." })
  supportOfferId!: string;
}

@ObjectType({ description: "What `closeSupportOffer` answers." })
export class CloseSupportOfferPayload {
  @Field(() => SupportOffer, { description: "The offer as it is now." })
  supportOffer!: SupportOffer;
}

const theOffer = {
  supportOffer: one(() => supportOffer, { id: "supportOfferId" }, { seenWithParent: true }),
} as const;
type Given = { supportOfferId: SupportOfferId };
export const createSupportOfferPayload = payload<Given>()(CreateSupportOfferPayload, theOffer);
export const updateSupportOfferPayload = payload<Given>()(UpdateSupportOfferPayload, theOffer);
export const pauseSupportOfferPayload = payload<Given>()(PauseSupportOfferPayload, theOffer);
export const resumeSupportOfferPayload = payload<Given>()(ResumeSupportOfferPayload, theOffer);
export const closeSupportOfferPayload = payload<Given>()(CloseSupportOfferPayload, theOffer);
