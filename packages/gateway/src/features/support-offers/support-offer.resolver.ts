import { Args, Query, Resolver } from "type-graphql";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { supportOffers } from "./support-offer.selection.js";
import { SupportOfferConnection, SupportOffersArgs } from "./support-offer.type.js";

@Resolver()
export class SupportOfferResolver {
  @Query(() => SupportOfferConnection, {
    description: "Offers in the viewer's communities and to everyone at the partner, newest first.",
  })
  supportOffers(@Args(() => SupportOffersArgs) args: SupportOffersArgs, @Reads() read: Read) {
    return read.pages(supportOffers, args);
  }
}
