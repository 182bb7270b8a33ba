import type { AccessWorld } from "./world.js";

/** How an entry of the table is tried: anew for each caller, as most of them change something. */
export interface Attempt {
  readonly query: string;
  readonly variables: object;
  /** What the answer holds if it is about the first partner's thing. */
  readonly thing: string;
}

type Attempts = Readonly<Record<string, (world: AccessWorld) => Promise<Attempt>>>;

const node = async (id: string): Promise<Attempt> => ({
  query: "query ($id: ID!) { it: node(id: $id) { id } }",
  variables: { id },
  thing: id,
});

const mutation = async (field: string, selection: string, input: object, thing: string): Promise<Attempt> => ({
  query: `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { it: ${field}(input: $input) { ${selection} } }`,
  variables: { input },
  thing,
});

export const offerBy = (world: AccessWorld, author: "member" | "asker") =>
  world.make(
    "createSupportOffer",
    { kinds: ["EMOTIONAL"], title: `Offer ${world.partner.mark}`, communityId: world.openCommunityId },
    world[author],
    "supportOffer.id",
  );
const proposed = async (world: AccessWorld) =>
  world.make("proposeExchange", { supportOfferId: await offerBy(world, "member") }, world.asker, "exchange.id");
const accepted = async (world: AccessWorld) => {
  const exchangeId = await proposed(world);
  await world.make("acceptExchange", { exchangeId }, world.member, "exchange.id");
  return exchangeId;
};
const checkInBy = (world: AccessWorld) => world.make("recordPulseCheckIn", { mood: 3 }, world.member, "checkIn.id");

const onOffer = (field: string, before?: string) => async (world: AccessWorld) => {
  const supportOfferId = await offerBy(world, "member");
  if (before) await world.make(before, { supportOfferId }, world.member, "supportOffer.id");
  return mutation(field, "supportOffer { id }", { supportOfferId }, supportOfferId);
};
const onExchange = (field: string, made: (world: AccessWorld) => Promise<string>) => async (world: AccessWorld) => {
  const exchangeId = await made(world);
  return mutation(field, "exchange { id }", { exchangeId }, exchangeId);
};

/** Keyed as the table is. */
export const ATTEMPTS: Attempts = {
  "Query.node:member": ({ member }) => node(member.id),
  "Query.node:community": ({ openCommunityId }) => node(openCommunityId),
  "Query.node:hiddenCommunity": ({ hiddenCommunityId }) => node(hiddenCommunityId),
  "Query.node:supportOffer": async (world) => node(await offerBy(world, "member")),
  "Query.node:exchange": async (world) => node(await proposed(world)),
  "Query.node:pulseCheckIn": async (world) => node(await checkInBy(world)),
  "Query.nodes": async (world) => {
    const id = await checkInBy(world);
    return { query: "query ($ids: [ID!]!) { it: nodes(ids: $ids) { id } }", variables: { ids: [id] }, thing: id };
  },
  "Query.viewer": async ({ member }) => ({
    query: "{ it: viewer { member { id } } }",
    variables: {},
    thing: member.id,
  }),
  "Query.partner": async ({ partner }) => ({
    query: "{ it: partner { id } }",
    variables: {},
    thing: partner.partnerId,
  }),
  "Query.member": async ({ member }) => ({
    query: "query ($externalId: String!) { it: member(externalId: $externalId) { id } }",
    variables: { externalId: member.externalId },
    thing: member.id,
  }),
  "Query.communities": async ({ openCommunityId }) => ({
    query: "{ it: communities(first: 100) { nodes { id } } }",
    variables: {},
    thing: openCommunityId,
  }),
  "Query.supportOffers": async (world) => ({
    query: "{ it: supportOffers(first: 1) { nodes { id } } }",
    variables: {},
    thing: await offerBy(world, "member"),
  }),
  "Query.pulseTrend": async (world) => {
    await world.make("recordPulseCheckIn", { mood: 3, timeZone: "Pacific/Chatham" }, world.member, "checkIn.id");
    return { query: "{ it: pulseTrend { timeZone days { day } } }", variables: {}, thing: "Pacific/Chatham" };
  },
  "Mutation.upsertMember": ({ member }) =>
    mutation("upsertMember", "member { id }", { externalId: member.externalId }, member.id),
  "Mutation.revokeMemberTokens": async ({ partner }) => {
    const { id } = await partner.addMember();
    return mutation("revokeMemberTokens", "member { id }", { memberId: id }, id);
  },
  "Mutation.createCommunity": ({ member, partner }) =>
    mutation(
      "createCommunity",
      "community { name }",
      { name: `New ${partner.mark}`, facilitatorIds: [member.id] },
      partner.mark,
    ),
  "Mutation.removeMember": async (world) => {
    const someone = await world.partner.addMember();
    await world.make("joinCommunity", { communityId: world.openCommunityId }, someone, "membership.state");
    return mutation(
      "removeMember",
      "membership { member { id } }",
      { communityId: world.openCommunityId, memberId: someone.id },
      someone.id,
    );
  },
  "Mutation.updateProfile": ({ member }) =>
    mutation("updateProfile", "member { id }", { languages: ["en"] }, member.id),
  "Mutation.joinCommunity": async (world) => {
    const id = await world.make("createCommunity", { name: `Open ${world.partner.mark}` }, "secret", "community.id");
    return mutation("joinCommunity", "membership { community { id } }", { communityId: id }, id);
  },
  "Mutation.joinCommunity:hidden": ({ hiddenCommunityId }) =>
    mutation("joinCommunity", "membership { community { id } }", { communityId: hiddenCommunityId }, hiddenCommunityId),
  "Mutation.leaveCommunity": async (world) => {
    const facilitatorIds = [world.member.id, world.facilitator.id];
    const id = await world.make(
      "createCommunity",
      { name: `Open ${world.partner.mark}`, facilitatorIds },
      "secret",
      "community.id",
    );
    return mutation("leaveCommunity", "membership { community { id } }", { communityId: id }, id);
  },
  "Mutation.createSupportOffer": ({ openCommunityId, partner }) =>
    mutation(
      "createSupportOffer",
      "supportOffer { title }",
      { kinds: ["EMOTIONAL"], title: `New ${partner.mark}`, communityId: openCommunityId },
      partner.mark,
    ),
  "Mutation.updateSupportOffer": onOffer("updateSupportOffer"),
  "Mutation.pauseSupportOffer": onOffer("pauseSupportOffer"),
  "Mutation.resumeSupportOffer": onOffer("resumeSupportOffer", "pauseSupportOffer"),
  "Mutation.closeSupportOffer": onOffer("closeSupportOffer"),
  "Mutation.proposeExchange": async (world) => {
    const supportOfferId = await offerBy(world, "asker");
    return mutation("proposeExchange", "exchange { supportOffer { id } }", { supportOfferId }, supportOfferId);
  },
  "Mutation.acceptExchange": onExchange("acceptExchange", proposed),
  "Mutation.declineExchange": onExchange("declineExchange", proposed),
  "Mutation.withdrawExchange": onExchange("withdrawExchange", async (world) =>
    world.make("proposeExchange", { supportOfferId: await offerBy(world, "asker") }, world.member, "exchange.id"),
  ),
  "Mutation.endExchange": onExchange("endExchange", accepted),
  "Mutation.completeExchange": onExchange("completeExchange", accepted),
  "Mutation.recordPulseCheckIn": () => mutation("recordPulseCheckIn", "checkIn { mood }", { mood: 3 }, '"mood":3'),
};
