import { exchange, supportOfferExchanges, viewerExchanges } from "./exchange.selection.js";
import { SupportOfferExchanges, ViewerExchanges } from "./exchange.type.js";
import { SupportOfferResolver } from "./support-offer.resolver.js";
import { communitySupportOffers, supportOffer, viewerSupportOffers } from "./support-offer.selection.js";
import { CommunitySupportOffers, ViewerSupportOffers } from "./support-offer.type.js";

export const resolvers = [
  SupportOfferResolver,
  CommunitySupportOffers,
  ViewerSupportOffers,
  SupportOfferExchanges,
  ViewerExchanges,
];
export const selections = [
  supportOffer,
  communitySupportOffers,
  viewerSupportOffers,
  exchange,
  supportOfferExchanges,
  viewerExchanges,
];
