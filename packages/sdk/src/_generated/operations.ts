// Generated from schema.graphql and operations/*.graphql by `npm run generate -w @kith/sdk`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from "../typed-document-string.js";
export const PulseCheckInsDocument = /*#__PURE__*/ new TypedDocumentString("query PulseCheckIns($first:Int$after:String$last:Int$before:String$withTotal:Boolean!=false){viewer{pulseCheckIns(first:$first after:$after last:$last before:$before){nodes{...PulseCheckIn}pageInfo{...Page}totalCount@include(if:$withTotal)}}}fragment PulseCheckIn on PulseCheckIn{id mood strain connectedness hope supportReceived supportGiven recordedAt day createdAt}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}") as unknown as TypedDocumentString<PulseCheckInsQuery, PulseCheckInsQueryVariables>;
export const PulseTrendDocument = /*#__PURE__*/ new TypedDocumentString("query PulseTrend($days:Int!=28){pulseTrend(days:$days){...PulseTrend}}fragment PulseCourse on PulseCourse{answered median lowerQuartile upperQuartile}fragment PulseTrend on PulseTrend{from to timeZone days{day mood strain connectedness hope supportReceived supportGiven}mood{...PulseCourse}strain{...PulseCourse}connectedness{...PulseCourse}hope{...PulseCourse}}") as unknown as TypedDocumentString<PulseTrendQuery, PulseTrendQueryVariables>;
export const RecordPulseCheckInDocument = /*#__PURE__*/ new TypedDocumentString("mutation RecordPulseCheckIn($input:RecordPulseCheckInInput!){recordPulseCheckIn(input:$input){checkIn{...PulseCheckIn}}}fragment PulseCheckIn on PulseCheckIn{id mood strain connectedness hope supportReceived supportGiven recordedAt day createdAt}") as unknown as TypedDocumentString<RecordPulseCheckInMutation, RecordPulseCheckInMutationVariables>;
export const CommunitiesDocument = /*#__PURE__*/ new TypedDocumentString("query Communities($first:Int$after:String$last:Int$before:String$withTotal:Boolean!=false){communities(first:$first after:$after last:$last before:$before){nodes{...Community}pageInfo{...Page}totalCount@include(if:$withTotal)}}fragment Community on Community{id name description guidelines topics visibility seats memberCount createdAt viewerMembership{role state joinedAt}}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}") as unknown as TypedDocumentString<CommunitiesQuery, CommunitiesQueryVariables>;
export const CommunityDocument = /*#__PURE__*/ new TypedDocumentString("query Community($id:ID!){node(id:$id){__typename ...Community}}fragment Community on Community{id name description guidelines topics visibility seats memberCount createdAt viewerMembership{role state joinedAt}}") as unknown as TypedDocumentString<CommunityQuery, CommunityQueryVariables>;
export const ViewerMembershipsDocument = /*#__PURE__*/ new TypedDocumentString("query ViewerMemberships($first:Int$after:String$last:Int$before:String$withTotal:Boolean!=false){viewer{memberships(first:$first after:$after last:$last before:$before){nodes{...Membership}pageInfo{...Page}totalCount@include(if:$withTotal)}}}fragment Membership on Membership{role state joinedAt member{...Member}community{id name memberCount}}fragment Member on Member{id displayName}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}") as unknown as TypedDocumentString<ViewerMembershipsQuery, ViewerMembershipsQueryVariables>;
export const JoinCommunityDocument = /*#__PURE__*/ new TypedDocumentString("mutation JoinCommunity($input:JoinCommunityInput!){joinCommunity(input:$input){membership{...Membership}}}fragment Membership on Membership{role state joinedAt member{...Member}community{id name memberCount}}fragment Member on Member{id displayName}") as unknown as TypedDocumentString<JoinCommunityMutation, JoinCommunityMutationVariables>;
export const LeaveCommunityDocument = /*#__PURE__*/ new TypedDocumentString("mutation LeaveCommunity($input:LeaveCommunityInput!){leaveCommunity(input:$input){membership{...Membership}}}fragment Membership on Membership{role state joinedAt member{...Member}community{id name memberCount}}fragment Member on Member{id displayName}") as unknown as TypedDocumentString<LeaveCommunityMutation, LeaveCommunityMutationVariables>;
export const RemoveMemberDocument = /*#__PURE__*/ new TypedDocumentString("mutation RemoveMember($input:RemoveMemberInput!){removeMember(input:$input){membership{...Membership}}}fragment Membership on Membership{role state joinedAt member{...Member}community{id name memberCount}}fragment Member on Member{id displayName}") as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const CreateCommunityDocument = /*#__PURE__*/ new TypedDocumentString("mutation CreateCommunity($input:CreateCommunityInput!){createCommunity(input:$input){community{...Community}}}fragment Community on Community{id name description guidelines topics visibility seats memberCount createdAt viewerMembership{role state joinedAt}}") as unknown as TypedDocumentString<CreateCommunityMutation, CreateCommunityMutationVariables>;
export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString("query Viewer{viewer{...Viewer}}fragment Viewer on Viewer{member{...OwnMember}}fragment OwnMember on Member{id displayName externalId ageBand roles languages timeZone state}") as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const MemberDocument = /*#__PURE__*/ new TypedDocumentString("query Member($id:ID!){node(id:$id){__typename ...Member}}fragment Member on Member{id displayName}") as unknown as TypedDocumentString<MemberQuery, MemberQueryVariables>;
export const UpdateProfileDocument = /*#__PURE__*/ new TypedDocumentString("mutation UpdateProfile($input:UpdateProfileInput!){updateProfile(input:$input){member{...OwnMember}}}fragment OwnMember on Member{id displayName externalId ageBand roles languages timeZone state}") as unknown as TypedDocumentString<UpdateProfileMutation, UpdateProfileMutationVariables>;
export const MemberByExternalIdDocument = /*#__PURE__*/ new TypedDocumentString("query MemberByExternalId($externalId:String!){member(externalId:$externalId){...OwnMember}}fragment OwnMember on Member{id displayName externalId ageBand roles languages timeZone state}") as unknown as TypedDocumentString<MemberByExternalIdQuery, MemberByExternalIdQueryVariables>;
export const UpsertMemberDocument = /*#__PURE__*/ new TypedDocumentString("mutation UpsertMember($input:UpsertMemberInput!){upsertMember(input:$input){member{...OwnMember}}}fragment OwnMember on Member{id displayName externalId ageBand roles languages timeZone state}") as unknown as TypedDocumentString<UpsertMemberMutation, UpsertMemberMutationVariables>;
export const RevokeMemberTokensDocument = /*#__PURE__*/ new TypedDocumentString("mutation RevokeMemberTokens($input:RevokeMemberTokensInput!){revokeMemberTokens(input:$input){member{...OwnMember}}}fragment OwnMember on Member{id displayName externalId ageBand roles languages timeZone state}") as unknown as TypedDocumentString<RevokeMemberTokensMutation, RevokeMemberTokensMutationVariables>;
export const PartnerDocument = /*#__PURE__*/ new TypedDocumentString("query Partner{partner{...Partner}}fragment Partner on Partner{id name matchingDial}") as unknown as TypedDocumentString<PartnerQuery, PartnerQueryVariables>;
export const SupportOffersDocument = /*#__PURE__*/ new TypedDocumentString("query SupportOffers($filter:SupportOfferFilter$first:Int$after:String$last:Int$before:String$withTotal:Boolean!=false){supportOffers(filter:$filter first:$first after:$after last:$last before:$before){nodes{...SupportOffer}pageInfo{...Page}totalCount@include(if:$withTotal)}}fragment Member on Member{id displayName}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<SupportOffersQuery, SupportOffersQueryVariables>;
export const ViewerSupportOffersDocument = /*#__PURE__*/ new TypedDocumentString("query ViewerSupportOffers($first:Int$after:String$last:Int$before:String$withTotal:Boolean!=false){viewer{supportOffers(first:$first after:$after last:$last before:$before){nodes{...SupportOffer}pageInfo{...Page}totalCount@include(if:$withTotal)}}}fragment Member on Member{id displayName}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<ViewerSupportOffersQuery, ViewerSupportOffersQueryVariables>;
export const SupportOfferDocument = /*#__PURE__*/ new TypedDocumentString("query SupportOffer($id:ID!){node(id:$id){__typename ...SupportOffer}}fragment Member on Member{id displayName}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<SupportOfferQuery, SupportOfferQueryVariables>;
export const CreateSupportOfferDocument = /*#__PURE__*/ new TypedDocumentString("mutation CreateSupportOffer($input:CreateSupportOfferInput!){createSupportOffer(input:$input){supportOffer{...SupportOffer}}}fragment Member on Member{id displayName}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<CreateSupportOfferMutation, CreateSupportOfferMutationVariables>;
export const UpdateSupportOfferDocument = /*#__PURE__*/ new TypedDocumentString("mutation UpdateSupportOffer($input:UpdateSupportOfferInput!){updateSupportOffer(input:$input){supportOffer{...SupportOffer}}}fragment Member on Member{id displayName}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<UpdateSupportOfferMutation, UpdateSupportOfferMutationVariables>;
export const PauseSupportOfferDocument = /*#__PURE__*/ new TypedDocumentString("mutation PauseSupportOffer($input:PauseSupportOfferInput!){pauseSupportOffer(input:$input){supportOffer{...SupportOffer}}}fragment Member on Member{id displayName}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<PauseSupportOfferMutation, PauseSupportOfferMutationVariables>;
export const ResumeSupportOfferDocument = /*#__PURE__*/ new TypedDocumentString("mutation ResumeSupportOffer($input:ResumeSupportOfferInput!){resumeSupportOffer(input:$input){supportOffer{...SupportOffer}}}fragment Member on Member{id displayName}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<ResumeSupportOfferMutation, ResumeSupportOfferMutationVariables>;
export const CloseSupportOfferDocument = /*#__PURE__*/ new TypedDocumentString("mutation CloseSupportOffer($input:CloseSupportOfferInput!){closeSupportOffer(input:$input){supportOffer{...SupportOffer}}}fragment Member on Member{id displayName}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<CloseSupportOfferMutation, CloseSupportOfferMutationVariables>;
export const ExchangesDocument = /*#__PURE__*/ new TypedDocumentString("query Exchanges($states:[ExchangeState!]$first:Int$after:String$last:Int$before:String$withTotal:Boolean!=false){viewer{exchanges(states:$states first:$first after:$after last:$last before:$before){nodes{...Exchange}pageInfo{...Page}totalCount@include(if:$withTotal)}}}fragment Member on Member{id displayName}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<ExchangesQuery, ExchangesQueryVariables>;
export const SupportOfferExchangesDocument = /*#__PURE__*/ new TypedDocumentString("query SupportOfferExchanges($supportOfferId:ID!$states:[ExchangeState!]$first:Int$after:String$last:Int$before:String$withTotal:Boolean!=false){node(id:$supportOfferId){__typename ...on SupportOffer{exchanges(states:$states first:$first after:$after last:$last before:$before){nodes{...Exchange}pageInfo{...Page}totalCount@include(if:$withTotal)}}}}fragment Member on Member{id displayName}fragment Page on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<SupportOfferExchangesQuery, SupportOfferExchangesQueryVariables>;
export const ExchangeDocument = /*#__PURE__*/ new TypedDocumentString("query Exchange($id:ID!){node(id:$id){__typename ...Exchange}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<ExchangeQuery, ExchangeQueryVariables>;
export const ProposeExchangeDocument = /*#__PURE__*/ new TypedDocumentString("mutation ProposeExchange($input:ProposeExchangeInput!){proposeExchange(input:$input){exchange{...Exchange}}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<ProposeExchangeMutation, ProposeExchangeMutationVariables>;
export const AcceptExchangeDocument = /*#__PURE__*/ new TypedDocumentString("mutation AcceptExchange($input:AcceptExchangeInput!){acceptExchange(input:$input){exchange{...Exchange}}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<AcceptExchangeMutation, AcceptExchangeMutationVariables>;
export const DeclineExchangeDocument = /*#__PURE__*/ new TypedDocumentString("mutation DeclineExchange($input:DeclineExchangeInput!){declineExchange(input:$input){exchange{...Exchange}}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<DeclineExchangeMutation, DeclineExchangeMutationVariables>;
export const WithdrawExchangeDocument = /*#__PURE__*/ new TypedDocumentString("mutation WithdrawExchange($input:WithdrawExchangeInput!){withdrawExchange(input:$input){exchange{...Exchange}}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<WithdrawExchangeMutation, WithdrawExchangeMutationVariables>;
export const EndExchangeDocument = /*#__PURE__*/ new TypedDocumentString("mutation EndExchange($input:EndExchangeInput!){endExchange(input:$input){exchange{...Exchange}}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<EndExchangeMutation, EndExchangeMutationVariables>;
export const CompleteExchangeDocument = /*#__PURE__*/ new TypedDocumentString("mutation CompleteExchange($input:CompleteExchangeInput!){completeExchange(input:$input){exchange{...Exchange}}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<CompleteExchangeMutation, CompleteExchangeMutationVariables>;
export const SupportOfferChangedDocument = /*#__PURE__*/ new TypedDocumentString("subscription SupportOfferChanged($communityId:ID$after:String){supportOfferChanged(communityId:$communityId after:$after){cursor mayHaveMissed supportOffer{...SupportOffer}}}fragment Member on Member{id displayName}fragment SupportOffer on SupportOffer{id kinds title description topics languages waysToMeet capacity seatsLeft state expiresAt createdAt updatedAt author{...Member}community{id name}viewerCan viewerExchange{id state viewerCan}}") as unknown as TypedDocumentString<SupportOfferChangedSubscription, SupportOfferChangedSubscriptionVariables>;
export const ExchangeChangedDocument = /*#__PURE__*/ new TypedDocumentString("subscription ExchangeChanged($after:String){exchangeChanged(after:$after){cursor mayHaveMissed exchange{...Exchange}}}fragment Member on Member{id displayName}fragment Exchange on Exchange{id state supporter{...Member}recipient{...Member}proposedBy supportOffer{id title kinds state}viewerRole viewerCan proposedAt expiresAt acceptedAt closedAt}") as unknown as TypedDocumentString<ExchangeChangedSubscription, ExchangeChangedSubscriptionVariables>;
/** Which exchange to say yes to. */
export type AcceptExchangeInput = {
  /** An exchange that the other side proposed. */
  exchangeId: string;
};

/** Said by the partner's server alone; whoever has none counts as a minor. */
export type AgeBand =
  /** Of age. */
  | 'ADULT'
  /** Not yet of age. */
  | 'MINOR';

/** Which offer closes for good. */
export type CloseSupportOfferInput = {
  /** One's own offer. */
  supportOfferId: string;
};

/** For whom a community exists. */
export type CommunityVisibility =
  /** For its active members and the partner's server. */
  | 'MEMBERS_ONLY'
  /** For everyone at the partner, signed in or not. */
  | 'PUBLIC';

/** Which exchange is done. */
export type CompleteExchangeInput = {
  /** An accepted exchange of one's own. */
  exchangeId: string;
};

/** A new community. */
export type CreateCommunityInput = {
  /** What it is for, up to 2000 characters. */
  description?: string | null | undefined;
  /** Members who look after it; they join at once and take seats. */
  facilitatorIds?: Array<string> | null | undefined;
  /** How people treat each other here, up to 2000 characters. */
  guidelines?: string | null | undefined;
  /** Its name, 1 to 120 characters. */
  name: string;
  /** Most active members at once; null for no bound. */
  seats?: number | null | undefined;
  /** What it is about: at most ten, each 1 to 40 characters. */
  topics?: Array<string> | null | undefined;
  /** For whom it exists. */
  visibility?: CommunityVisibility;
};

/** A new offer of support. */
export type CreateSupportOfferInput = {
  /** How many exchanges at once, 1 to 20. */
  capacity?: number;
  /** The community whose active members see it; everyone at the partner if left out. */
  communityId?: string | null | undefined;
  /** More about it, up to 2000 characters. */
  description?: string | null | undefined;
  /** Until when it holds, later than now; no end if left out. */
  expiresAt?: string | null | undefined;
  /** One to four kinds of support, each once. */
  kinds: Array<SupportKind>;
  /** At most ten languages as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** What is offered, in a line of 1 to 120 characters. */
  title: string;
  /** What it is about: at most ten, each 1 to 40 characters. */
  topics?: Array<string> | null | undefined;
  /** How the two would meet; `MESSAGE` if left out. */
  waysToMeet?: Array<WayToMeet> | null | undefined;
};

/** Which exchange to say no to. */
export type DeclineExchangeInput = {
  /** An exchange that the other side proposed. */
  exchangeId: string;
};

/** Which exchange ends early; no reason is asked. */
export type EndExchangeInput = {
  /** An accepted exchange of one's own. */
  exchangeId: string;
};

/** What can be done with an exchange. */
export type ExchangeAction =
  /** Say yes: `acceptExchange`. */
  | 'ACCEPT'
  /** Say that it is done: `completeExchange`. */
  | 'COMPLETE'
  /** Say no: `declineExchange`. */
  | 'DECLINE'
  /** End it early, no reason needed: `endExchange`. */
  | 'END'
  /** Take the proposal back: `withdrawExchange`. */
  | 'WITHDRAW';

/** A side of an exchange. */
export type ExchangeRole =
  /** Receives support. */
  | 'RECIPIENT'
  /** Gives support. */
  | 'SUPPORTER';

/** Where an exchange stands. */
export type ExchangeState =
  /** Both sides said yes. */
  | 'ACCEPTED'
  /** Done, as one of them said. */
  | 'COMPLETED'
  /** The other side said no. */
  | 'DECLINED'
  /** Ended by one of them, without a reason asked. */
  | 'ENDED_EARLY'
  /** Nobody answered in time. */
  | 'EXPIRED'
  /** Waits for the other side's answer. */
  | 'PROPOSED'
  /** Taken back by who proposed it. */
  | 'WITHDRAWN';

/** Which community to join. */
export type JoinCommunityInput = {
  /** The community. */
  communityId: string;
};

/** Which community to leave. */
export type LeaveCommunityInput = {
  /** The community. */
  communityId: string;
};

/** Who settles that two people meet. */
export type MatchingDial =
  /** Members settle it between them. */
  | 'PEER_TO_PEER'
  /** Members ask, staff approve. */
  | 'STAFF_APPROVES'
  /** Staff bring people together. */
  | 'STAFF_PROPOSES'
  /** Kith suggests, staff settle it. */
  | 'SUGGEST_ONLY';

/** Roles given by the partner's server alone. */
export type MemberRole =
  /** Sees what a member shares with the care team. */
  | 'CARE_TEAM'
  /** Works through what members report. */
  | 'MODERATOR';

/** Where a member stands. */
export type MemberState =
  /** Takes part. */
  | 'ACTIVE'
  /** Has died. */
  | 'DECEASED'
  /** No longer with the partner. */
  | 'DISCHARGED'
  /** Erased at their wish. */
  | 'ERASED'
  /** Takes a rest: may read, and is not asked for anything. */
  | 'PAUSED'
  /** May not sign in for now. */
  | 'SUSPENDED';

/** What a member is to a community. */
export type MembershipRole =
  /** Looks after it. */
  | 'FACILITATOR'
  /** Takes part. */
  | 'MEMBER';

/** Where a membership stands. */
export type MembershipState =
  /** Takes part. */
  | 'ACTIVE'
  /** Left, and may join again. */
  | 'LEFT'
  /** Was removed, and may not join by the open door. */
  | 'REMOVED';

/** Which offer rests. */
export type PauseSupportOfferInput = {
  /** One's own offer. */
  supportOfferId: string;
};

/** What is proposed, and to whom. */
export type ProposeExchangeInput = {
  /** Only by the offer's author: whom they propose to. Anyone else asks for themselves and leaves it out. */
  recipientId?: string | null | undefined;
  /** The offer. */
  supportOfferId: string;
};

/** Answers 1 to 5, each may be skipped, at least one is given. */
export type RecordPulseCheckInInput = {
  /** How close one feels to other people, 1 far away to 5 very close. */
  connectedness?: number | null | undefined;
  /** How hopeful one is, 1 not at all to 5 very. */
  hope?: number | null | undefined;
  /** How one feels, 1 low to 5 good. */
  mood?: number | null | undefined;
  /** When it was felt: not later than now, at most 30 days ago; now if left out. */
  recordedAt?: string | null | undefined;
  /** How heavy the day feels, 1 light to 5 very heavy. */
  strain?: number | null | undefined;
  /** Whether one gave support today. */
  supportGiven?: boolean | null | undefined;
  /** Whether one received support today. */
  supportReceived?: boolean | null | undefined;
  /** IANA time zone that says which day it was; the member's own if left out. Kept as the member's own when they have none. */
  timeZone?: string | null | undefined;
};

/** Whom to remove, and from where. */
export type RemoveMemberInput = {
  /** The community. */
  communityId: string;
  /** The member, who may not join again by the open door. */
  memberId: string;
};

/** Which offer is open again. */
export type ResumeSupportOfferInput = {
  /** One's own offer. */
  supportOfferId: string;
};

/** Whose tokens end. */
export type RevokeMemberTokensInput = {
  /** The member. */
  memberId: string;
};

/** The four kinds of support. */
export type SupportKind =
  /** Shared time, feeling less alone. */
  | 'COMPANIONSHIP'
  /** Listening, empathy, being taken seriously. */
  | 'EMOTIONAL'
  /** Guidance and useful information. */
  | 'INFORMATIONAL'
  /** Practical help: tasks, lifts, forms. */
  | 'INSTRUMENTAL';

/** What can be done with an offer. */
export type SupportOfferAction =
  /** Close it for good: `closeSupportOffer`. */
  | 'CLOSE'
  /** Change what it says: `updateSupportOffer`. */
  | 'EDIT'
  /** Let it rest: `pauseSupportOffer`. */
  | 'PAUSE'
  /** Ask for it: `proposeExchange`. */
  | 'PROPOSE'
  /** Open it again: `resumeSupportOffer`. */
  | 'RESUME';

/** Which offers; what is left out or null filters nothing. */
export type SupportOfferFilter = {
  /** Only offers in this community; none if it does not exist for the caller. */
  communityId?: string | null | undefined;
  /** Only offers of this kind. */
  kind?: SupportKind | null | undefined;
  /** Only offers that may be asked for now. */
  openOnly?: boolean | null | undefined;
};

/** Where an offer stands. */
export type SupportOfferState =
  /** Closed for good by its author. */
  | 'CLOSED'
  /** Its time has passed. */
  | 'EXPIRED'
  /** May be asked for. */
  | 'OPEN'
  /** Rests for now at its author's wish. */
  | 'PAUSED';

/** What a member says about themselves. What is left out stays as it is; null clears. */
export type UpdateProfileInput = {
  /** At most ten languages as BCP 47 tags, best first. */
  languages?: Array<string> | null | undefined;
  /** IANA time zone one's days are counted in: `Europe/Madrid`. */
  timeZone?: string | null | undefined;
};

/** What changes in one's own offer. What is left out stays as it is; null clears description and expiresAt. */
export type UpdateSupportOfferInput = {
  /** How many exchanges at once, 1 to 20 and not below those accepted now. */
  capacity?: number | null | undefined;
  /** More about it, up to 2000 characters. */
  description?: string | null | undefined;
  /** Until when it holds, later than now. */
  expiresAt?: string | null | undefined;
  /** One to four kinds of support, each once. */
  kinds?: Array<SupportKind> | null | undefined;
  /** At most ten languages as BCP 47 tags. */
  languages?: Array<string> | null | undefined;
  /** The offer, which only its author may change. */
  supportOfferId: string;
  /** What is offered, in a line of 1 to 120 characters. */
  title?: string | null | undefined;
  /** What it is about: at most ten, each 1 to 40 characters. */
  topics?: Array<string> | null | undefined;
  /** How the two would meet. */
  waysToMeet?: Array<WayToMeet> | null | undefined;
};

/** A member as the partner's server knows them. What is left out stays as it is; null clears. */
export type UpsertMemberInput = {
  /** Whether they are of age; unknown counts as a minor. */
  ageBand?: AgeBand | null | undefined;
  /** The name others see, 1 to 80 characters; may be a pseudonym. */
  displayName?: string | null | undefined;
  /** The partner's own id for the person, which says whom this is about: 1 to 128 characters, no e-mail address. Someone new is made. */
  externalId: string;
  /** At most ten languages as BCP 47 tags, best first. */
  languages?: Array<string> | null | undefined;
  /** All roles they have; an empty list takes every role away. */
  roles?: Array<MemberRole> | null | undefined;
  /** Where they stand; null is the same as `ACTIVE`. */
  state?: MemberState | null | undefined;
  /** IANA time zone their days are counted in: `Europe/Madrid`. */
  timeZone?: string | null | undefined;
};

/** How the two would meet. */
export type WayToMeet =
  /** By telephone or video. */
  | 'CALL'
  /** Face to face. Not until the partner turns it on. */
  | 'IN_PERSON'
  /** By messages. */
  | 'MESSAGE'
  /** Hands-on help. Not until the partner turns it on. */
  | 'PRACTICAL';

/** Which proposal to take back. */
export type WithdrawExchangeInput = {
  /** An exchange that one proposed oneself. */
  exchangeId: string;
};

export type PulseCheckInsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotal?: boolean;
}>;


export type PulseCheckInsQuery = { viewer: { pulseCheckIns: { totalCount?: number, nodes: Array<PulseCheckInFragment>, pageInfo: PageFragment } } | null };

export type PulseTrendQueryVariables = Exact<{
  days?: number;
}>;


export type PulseTrendQuery = { pulseTrend: PulseTrendFragment | null };

export type RecordPulseCheckInMutationVariables = Exact<{
  input: RecordPulseCheckInInput;
}>;


export type RecordPulseCheckInMutation = { recordPulseCheckIn: { checkIn: PulseCheckInFragment } };

export type PulseCheckInFragment = { id: string, mood: number | null, strain: number | null, connectedness: number | null, hope: number | null, supportReceived: boolean | null, supportGiven: boolean | null, recordedAt: string, day: string, createdAt: string };

export type PulseCourseFragment = { answered: number, median: number | null, lowerQuartile: number | null, upperQuartile: number | null };

export type PulseTrendFragment = { from: string, to: string, timeZone: string, days: Array<{ day: string, mood: number | null, strain: number | null, connectedness: number | null, hope: number | null, supportReceived: boolean | null, supportGiven: boolean | null }>, mood: PulseCourseFragment, strain: PulseCourseFragment, connectedness: PulseCourseFragment, hope: PulseCourseFragment };

export type CommunitiesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotal?: boolean;
}>;


export type CommunitiesQuery = { communities: { totalCount?: number, nodes: Array<CommunityFragment>, pageInfo: PageFragment } };

export type CommunityQueryVariables = Exact<{
  id: string;
}>;


export type CommunityQuery = { node:
    | (
      { __typename: 'Community' }
      & CommunityFragment
    )
    | { __typename: 'Exchange' }
    | { __typename: 'Member' }
    | { __typename: 'PulseCheckIn' }
    | { __typename: 'SupportOffer' }
   | null };

export type ViewerMembershipsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotal?: boolean;
}>;


export type ViewerMembershipsQuery = { viewer: { memberships: { totalCount?: number, nodes: Array<MembershipFragment>, pageInfo: PageFragment } } | null };

export type JoinCommunityMutationVariables = Exact<{
  input: JoinCommunityInput;
}>;


export type JoinCommunityMutation = { joinCommunity: { membership: MembershipFragment } };

export type LeaveCommunityMutationVariables = Exact<{
  input: LeaveCommunityInput;
}>;


export type LeaveCommunityMutation = { leaveCommunity: { membership: MembershipFragment } };

export type RemoveMemberMutationVariables = Exact<{
  input: RemoveMemberInput;
}>;


export type RemoveMemberMutation = { removeMember: { membership: MembershipFragment } };

export type CreateCommunityMutationVariables = Exact<{
  input: CreateCommunityInput;
}>;


export type CreateCommunityMutation = { createCommunity: { community: CommunityFragment } };

export type CommunityFragment = { id: string, name: string, description: string | null, guidelines: string | null, topics: Array<string>, visibility: CommunityVisibility, seats: number | null, memberCount: number, createdAt: string, viewerMembership: { role: MembershipRole, state: MembershipState, joinedAt: string } | null };

export type MembershipFragment = { role: MembershipRole, state: MembershipState, joinedAt: string, member: MemberFragment, community: { id: string, name: string, memberCount: number } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: ViewerFragment | null };

export type MemberQueryVariables = Exact<{
  id: string;
}>;


export type MemberQuery = { node:
    | { __typename: 'Community' }
    | { __typename: 'Exchange' }
    | (
      { __typename: 'Member' }
      & MemberFragment
    )
    | { __typename: 'PulseCheckIn' }
    | { __typename: 'SupportOffer' }
   | null };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { member: OwnMemberFragment } };

export type MemberByExternalIdQueryVariables = Exact<{
  externalId: string;
}>;


export type MemberByExternalIdQuery = { member: OwnMemberFragment | null };

export type UpsertMemberMutationVariables = Exact<{
  input: UpsertMemberInput;
}>;


export type UpsertMemberMutation = { upsertMember: { member: OwnMemberFragment } };

export type RevokeMemberTokensMutationVariables = Exact<{
  input: RevokeMemberTokensInput;
}>;


export type RevokeMemberTokensMutation = { revokeMemberTokens: { member: OwnMemberFragment } };

export type ViewerFragment = { member: OwnMemberFragment };

export type MemberFragment = { id: string, displayName: string | null };

export type OwnMemberFragment = { id: string, displayName: string | null, externalId: string | null, ageBand: AgeBand | null, roles: Array<MemberRole> | null, languages: Array<string> | null, timeZone: string | null, state: MemberState | null };

export type PageFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type PartnerQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerQuery = { partner: PartnerFragment };

export type PartnerFragment = { id: string, name: string, matchingDial: MatchingDial };

export type SupportOffersQueryVariables = Exact<{
  filter?: SupportOfferFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotal?: boolean;
}>;


export type SupportOffersQuery = { supportOffers: { totalCount?: number, nodes: Array<SupportOfferFragment>, pageInfo: PageFragment } };

export type ViewerSupportOffersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotal?: boolean;
}>;


export type ViewerSupportOffersQuery = { viewer: { supportOffers: { totalCount?: number, nodes: Array<SupportOfferFragment>, pageInfo: PageFragment } } | null };

export type SupportOfferQueryVariables = Exact<{
  id: string;
}>;


export type SupportOfferQuery = { node:
    | { __typename: 'Community' }
    | { __typename: 'Exchange' }
    | { __typename: 'Member' }
    | { __typename: 'PulseCheckIn' }
    | (
      { __typename: 'SupportOffer' }
      & SupportOfferFragment
    )
   | null };

export type CreateSupportOfferMutationVariables = Exact<{
  input: CreateSupportOfferInput;
}>;


export type CreateSupportOfferMutation = { createSupportOffer: { supportOffer: SupportOfferFragment } };

export type UpdateSupportOfferMutationVariables = Exact<{
  input: UpdateSupportOfferInput;
}>;


export type UpdateSupportOfferMutation = { updateSupportOffer: { supportOffer: SupportOfferFragment } };

export type PauseSupportOfferMutationVariables = Exact<{
  input: PauseSupportOfferInput;
}>;


export type PauseSupportOfferMutation = { pauseSupportOffer: { supportOffer: SupportOfferFragment } };

export type ResumeSupportOfferMutationVariables = Exact<{
  input: ResumeSupportOfferInput;
}>;


export type ResumeSupportOfferMutation = { resumeSupportOffer: { supportOffer: SupportOfferFragment } };

export type CloseSupportOfferMutationVariables = Exact<{
  input: CloseSupportOfferInput;
}>;


export type CloseSupportOfferMutation = { closeSupportOffer: { supportOffer: SupportOfferFragment } };

export type ExchangesQueryVariables = Exact<{
  states?: Array<ExchangeState> | ExchangeState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotal?: boolean;
}>;


export type ExchangesQuery = { viewer: { exchanges: { totalCount?: number, nodes: Array<ExchangeFragment>, pageInfo: PageFragment } } | null };

export type SupportOfferExchangesQueryVariables = Exact<{
  supportOfferId: string;
  states?: Array<ExchangeState> | ExchangeState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  withTotal?: boolean;
}>;


export type SupportOfferExchangesQuery = { node:
    | { __typename: 'Community' }
    | { __typename: 'Exchange' }
    | { __typename: 'Member' }
    | { __typename: 'PulseCheckIn' }
    | { __typename: 'SupportOffer', exchanges: { totalCount?: number, nodes: Array<ExchangeFragment>, pageInfo: PageFragment } }
   | null };

export type ExchangeQueryVariables = Exact<{
  id: string;
}>;


export type ExchangeQuery = { node:
    | { __typename: 'Community' }
    | (
      { __typename: 'Exchange' }
      & ExchangeFragment
    )
    | { __typename: 'Member' }
    | { __typename: 'PulseCheckIn' }
    | { __typename: 'SupportOffer' }
   | null };

export type ProposeExchangeMutationVariables = Exact<{
  input: ProposeExchangeInput;
}>;


export type ProposeExchangeMutation = { proposeExchange: { exchange: ExchangeFragment } };

export type AcceptExchangeMutationVariables = Exact<{
  input: AcceptExchangeInput;
}>;


export type AcceptExchangeMutation = { acceptExchange: { exchange: ExchangeFragment } };

export type DeclineExchangeMutationVariables = Exact<{
  input: DeclineExchangeInput;
}>;


export type DeclineExchangeMutation = { declineExchange: { exchange: ExchangeFragment } };

export type WithdrawExchangeMutationVariables = Exact<{
  input: WithdrawExchangeInput;
}>;


export type WithdrawExchangeMutation = { withdrawExchange: { exchange: ExchangeFragment } };

export type EndExchangeMutationVariables = Exact<{
  input: EndExchangeInput;
}>;


export type EndExchangeMutation = { endExchange: { exchange: ExchangeFragment } };

export type CompleteExchangeMutationVariables = Exact<{
  input: CompleteExchangeInput;
}>;


export type CompleteExchangeMutation = { completeExchange: { exchange: ExchangeFragment } };

export type SupportOfferChangedSubscriptionVariables = Exact<{
  communityId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type SupportOfferChangedSubscription = { supportOfferChanged: { cursor: string, mayHaveMissed: boolean, supportOffer: SupportOfferFragment | null } };

export type ExchangeChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ExchangeChangedSubscription = { exchangeChanged: { cursor: string, mayHaveMissed: boolean, exchange: ExchangeFragment | null } };

export type SupportOfferFragment = { id: string, kinds: Array<SupportKind>, title: string, description: string | null, topics: Array<string>, languages: Array<string>, waysToMeet: Array<WayToMeet>, capacity: number, seatsLeft: number, state: SupportOfferState, expiresAt: string | null, createdAt: string, updatedAt: string, viewerCan: Array<SupportOfferAction>, author: MemberFragment, community: { id: string, name: string } | null, viewerExchange: { id: string, state: ExchangeState, viewerCan: Array<ExchangeAction> } | null };

export type ExchangeFragment = { id: string, state: ExchangeState, proposedBy: ExchangeRole, viewerRole: ExchangeRole, viewerCan: Array<ExchangeAction>, proposedAt: string, expiresAt: string, acceptedAt: string | null, closedAt: string | null, supporter: MemberFragment, recipient: MemberFragment, supportOffer: { id: string, title: string, kinds: Array<SupportKind>, state: SupportOfferState } };
