import { type TestStream, testEvents } from "../platform/events/testing.live.js";
import { type TestGateway, testGateway } from "../platform/http/testing.js";
import type { TestMember, TestPartner } from "../platform/http/testing.partner.js";
import type { Caller } from "./access-table.js";

/** Two partners, and in the first the people and places that the table speaks of. */
export interface AccessWorld {
  readonly gateway: TestGateway;
  readonly partner: TestPartner;
  readonly member: TestMember;
  /** Proposes exchanges to `member`; never a caller. */
  readonly asker: TestMember;
  readonly facilitator: TestMember;
  readonly stranger: TestMember;
  readonly openCommunityId: string;
  readonly hiddenCommunityId: string;
  /** The id of what a mutation made, asked for as someone who may. */
  make(mutation: string, input: object, as: TestMember | "secret", id: string): Promise<string>;
  /** Subscribes, by server-sent events. */
  follow(caller: Caller, query: string): TestStream;
  /** An offer to everyone at the caller's partner. */
  offerToAll(caller: Caller): Promise<string>;
  ask(caller: Caller, query: string, variables: object): ReturnType<TestGateway["graphql"]>;
}

export async function accessWorld(): Promise<AccessWorld> {
  const gateway = await testGateway();
  const [partner, other] = gateway.partners;
  const [member, asker, facilitator, stranger] = await Promise.all(
    ["Mel", "Asa", "Fay", "Stu"].map((displayName) => partner.addMember({ displayName })),
  );
  if (!member || !asker || !facilitator || !stranger) throw new Error("four were added");

  const make: AccessWorld["make"] = async (mutation, input, as, id) => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const path = id.split(".");
    const selection = path.reduceRight((inner, name) => (inner ? `${name} { ${inner} }` : name), "");
    const { data, errors } = await gateway.graphql(
      `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { ${selection} } }`,
      { input },
      { as: as === "secret" ? partner.secretKey : as },
    );
    if (errors) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return path.reduce((value, name) => value[name], data.it);
  };
  const community = (visibility: string, facilitatorIds: string[]) =>
    make("createCommunity", { name: `Place ${partner.mark}`, visibility, facilitatorIds }, "secret", "community.id");
  const openCommunityId = await community("PUBLIC", [facilitator.id]);
  const hiddenCommunityId = await community("MEMBERS_ONLY", [member.id]);
  for (const one of [member, asker])
    await make("joinCommunity", { communityId: openCommunityId }, one, "membership.community.id");

  const credentials: Record<Caller, { token: string | null; headers?: Record<string, string> }> = {
    none: { token: null },
    publishable: { token: partner.publishableKey },
    member: member,
    stranger: stranger,
    facilitator: facilitator,
    secret: { token: partner.secretKey },
    acting: { token: partner.secretKey, headers: { "kith-member": member.id } },
    otherPublishable: { token: other.publishableKey },
    otherMember: other.cleo,
    otherFacilitator: other.ann,
    otherSecret: { token: other.secretKey },
  };
  const credentialOf = (caller: Caller) => {
    const { token, headers = {} } = credentials[caller];
    const origin = caller.startsWith("other") ? other.origin : partner.origin;
    return { token, headers: { ...(token?.startsWith("pk_") && { origin }), ...headers } };
  };
  return {
    gateway,
    partner,
    member,
    asker,
    facilitator,
    stranger,
    openCommunityId,
    hiddenCommunityId,
    make,
    follow(caller, query) {
      const { token, headers } = credentialOf(caller);
      return testEvents(gateway, token, query, {}, headers);
    },
    async offerToAll(caller) {
      const [author, { mark }] = caller.startsWith("other") ? [other.ben, other] : [asker, partner];
      return make("createSupportOffer", { kinds: ["EMOTIONAL"], title: `For all ${mark}` }, author, "supportOffer.id");
    },
    ask(caller, query, variables) {
      const { token, headers } = credentialOf(caller);
      return gateway.graphql(query, variables, { as: token, headers });
    },
  };
}
