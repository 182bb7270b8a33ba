import * as exchangePayloads from "./exchange.input.js";
import { ExchangeMutations } from "./exchange.mutations.js";
import { exchange, supportOfferExchanges, viewerExchanges } from "./exchange.selection.js";
import { SupportOfferExchanges, ViewerExchanges } from "./exchange.type.js";
import { exchangeChangedPayload } from "./exchange-changed.live.js";
import * as offerPayloads from "./support-offer.input.js";
import { SupportOfferMutations } from "./support-offer.mutations.js";
import { SupportOfferResolver } from "./support-offer.resolver.js";
import { communitySupportOffers, supportOffer, viewerSupportOffers } from "./support-offer.selection.js";
import { CommunitySupportOffers, ViewerSupportOffers } from "./support-offer.type.js";
import { supportOfferChangedPayload } from "./support-offer-changed.live.js";
import { SupportOffersSubscriptions } from "./support-offers.subscriptions.js";

export const resolvers = [
  SupportOfferResolver,
  CommunitySupportOffers,
  ViewerSupportOffers,
  SupportOfferExchanges,
  ViewerExchanges,
  SupportOfferMutations,
  ExchangeMutations,
  SupportOffersSubscriptions,
];
export const selections = [
  supportOffer,
  communitySupportOffers,
  viewerSupportOffers,
  exchange,
  supportOfferExchanges,
  viewerExchanges,
  offerPayloads.createSupportOfferPayload,
  offerPayloads.updateSupportOfferPayload,
  offerPayloads.pauseSupportOfferPayload,
  offerPayloads.resumeSupportOfferPayload,
  offerPayloads.closeSupportOfferPayload,
  exchangePayloads.proposeExchangePayload,
  exchangePayloads.acceptExchangePayload,
  exchangePayloads.declineExchangePayload,
  exchangePayloads.withdrawExchangePayload,
  exchangePayloads.endExchangePayload,
  exchangePayloads.completeExchangePayload,
  exchangeChangedPayload,
  supportOfferChangedPayload,
];
