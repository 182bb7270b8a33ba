export {
  AcceptExchangeDocument,
  CloseSupportOfferDocument,
  CommunitiesDocument,
  CommunityDocument,
  CompleteExchangeDocument,
  CreateSupportOfferDocument,
  DeclineExchangeDocument,
  EndExchangeDocument,
  ExchangeChangedDocument,
  ExchangeDocument,
  ExchangesDocument,
  JoinCommunityDocument,
  LeaveCommunityDocument,
  MemberDocument,
  PartnerDocument,
  PauseSupportOfferDocument,
  ProposeExchangeDocument,
  PulseCheckInsDocument,
  PulseTrendDocument,
  RecordPulseCheckInDocument,
  RemoveMemberDocument,
  ResumeSupportOfferDocument,
  SupportOfferChangedDocument,
  SupportOfferDocument,
  SupportOfferExchangesDocument,
  SupportOffersDocument,
  UpdateProfileDocument,
  UpdateSupportOfferDocument,
  ViewerDocument,
  ViewerMembershipsDocument,
  ViewerSupportOffersDocument,
  WithdrawExchangeDocument,
} from "./_generated/operations.js";
export type { PulseCheckIns } from "./check-ins/pulse-check-ins.js";
export { createKith, type Kith } from "./client.js";
export type { Communities, Memberships } from "./communities/communities.js";
export { ERROR_CODES, type ErrorCode, KithError, type KithErrorDetails } from "./errors.js";
export { createLive, type Live, type LiveChange, type LiveChanges, type LiveOptions } from "./live/live.js";
export type { Members } from "./members/members.js";
export type { Page, PageArgs, Pages } from "./pages.js";
export type { ExchangeChange, ExchangeFilter, Exchanges } from "./support-offers/exchanges.js";
export type {
  SupportOfferChange,
  SupportOfferChanges,
  SupportOfferLiveOptions,
  SupportOffers,
} from "./support-offers/support-offers.js";
export type { GetToken } from "./tokens.js";
export {
  type Access,
  createTransport,
  type Request,
  type RequestOptions,
  type Transport,
  type TransportOptions,
} from "./transport.js";
export { type TypedDocument, TypedDocumentString } from "./typed-document-string.js";
export type {
  AgeBand,
  Community,
  CommunityVisibility,
  CreateSupportOfferInput,
  Exchange,
  ExchangeAction,
  ExchangeRole,
  ExchangeState,
  MatchingDial,
  Member,
  MemberRole,
  MemberState,
  Membership,
  MembershipRole,
  MembershipState,
  OwnMember,
  PageInfo,
  Partner,
  ProposeExchangeInput,
  PulseCheckIn,
  PulseCourse,
  PulseTrend,
  RecordPulseCheckInInput,
  RemoveMemberInput,
  SupportKind,
  SupportOffer,
  SupportOfferAction,
  SupportOfferFilter,
  SupportOfferState,
  UpdateProfileInput,
  UpdateSupportOfferInput,
  Viewer,
  WayToMeet,
} from "./types.js";
