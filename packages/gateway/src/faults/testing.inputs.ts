import { type GraphQLInputType, getNamedType, isInputObjectType } from "graphql";
import type { TestPartner } from "../platform/http/testing.partner.js";
import { buildKithSchema } from "../schema.js";

const { schema } = buildKithSchema();

/** Every place of every mutation's input: the mutation, the place's name, its type. */
export const PLACES = Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ name, args }) =>
  Object.values(fieldsOf(args[0]?.type)).map((field) => [name, field.name, field.type] as const),
);

function fieldsOf(type: GraphQLInputType | undefined) {
  const named = type && getNamedType(type);
  return isInputObjectType(named) ? named.getFields() : {};
}

export interface Asked {
  readonly as: string;
  readonly query: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly selection: string;
}

/** A mutation with the least input it takes, by whoever may: Ann, or the partner's server. */
export function asked(partner: TestPartner, mutation: string): Asked {
  const base = BASES[mutation]?.(partner);
  if (!base) throw new Error(`It is not known what ${mutation} takes`);
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${base.selection} } }`;
  return { as: base.byServer ? partner.secretKey : partner.ann.token, query, ...base };
}

type Base = (partner: TestPartner) => Pick<Asked, "input" | "selection"> & { readonly byServer?: true };
const offer: Base = ({ offerId }) => ({ input: { supportOfferId: offerId }, selection: "supportOffer { id }" });
const exchange: Base = ({ exchangeId }) => ({ input: { exchangeId }, selection: "exchange { id }" });
const membership: Base = ({ openCommunityId }) => ({
  input: { communityId: openCommunityId },
  selection: "membership { state }",
});
const BASES: Readonly<Record<string, Base>> = {
  upsertMember: () => ({ byServer: true, input: { externalId: "base" }, selection: "member { id }" }),
  revokeMemberTokens: ({ mia }) => ({ byServer: true, input: { memberId: mia.id }, selection: "member { id }" }),
  createCommunity: () => ({ byServer: true, input: { name: "Base" }, selection: "community { id }" }),
  removeMember: ({ openCommunityId, mia }) => ({
    byServer: true,
    input: { communityId: openCommunityId, memberId: mia.id },
    selection: "membership { state }",
  }),
  updateProfile: () => ({ input: {}, selection: "member { id }" }),
  joinCommunity: membership,
  leaveCommunity: membership,
  createSupportOffer: () => ({ input: { kinds: ["EMOTIONAL"], title: "Base" }, selection: "supportOffer { id }" }),
  updateSupportOffer: offer,
  pauseSupportOffer: offer,
  resumeSupportOffer: offer,
  closeSupportOffer: offer,
  proposeExchange: ({ offerId }) => ({ input: { supportOfferId: offerId }, selection: "exchange { id }" }),
  acceptExchange: exchange,
  declineExchange: exchange,
  withdrawExchange: exchange,
  endExchange: exchange,
  completeExchange: exchange,
  recordPulseCheckIn: () => ({ input: { mood: 3 }, selection: "checkIn { id }" }),
};
