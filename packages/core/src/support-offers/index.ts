export { type AcceptExchangeRefusal, acceptExchange } from "./accept-exchange.js";
export { closeSupportOffer } from "./close-support-offer.js";
export {
  type CreateSupportOfferRefusal,
  createSupportOffer,
  type NewSupportOffer,
  type SupportOfferDraft,
} from "./create-support-offer.js";
export { exchangeAccess, exchangeRole } from "./exchange.access.js";
export {
  type Exchange,
  ExchangeAction,
  ExchangeRole,
  ExchangeState,
  exchangeState,
  isOpenExchange,
  PROPOSAL_DAYS,
} from "./exchange.js";
export { exchangeActions, exchangeTransitions } from "./exchange-transitions.js";
export { lapseExchange } from "./lapse-exchange.js";
export { pauseSupportOffer } from "./pause-support-offer.js";
export { type NewExchange, type ProposeExchangeRefusal, proposeExchange } from "./propose-exchange.js";
export type { WayToMeetRefusal } from "./refuse-ways-not-enabled.js";
export { resumeSupportOffer } from "./resume-support-offer.js";
export { type SupportOfferGrant, supportOfferAccess } from "./support-offer.access.js";
export {
  type StoredSupportOfferState,
  type SupportOffer,
  SupportOfferAction,
  SupportOfferState,
  supportOfferState,
} from "./support-offer.js";
export { supportOfferActions } from "./support-offer-actions.js";
export {
  type OwnSupportOfferAction,
  type OwnSupportOfferRefusal,
  supportOfferTransitions,
} from "./support-offer-transitions.js";
export { type ExchangeChange, type TransitionExchangeRefusal, transitionExchange } from "./transition-exchange.js";
export {
  type SupportOfferChange,
  type SupportOfferEdit,
  type UpdateSupportOfferRefusal,
  updateSupportOffer,
} from "./update-support-offer.js";
