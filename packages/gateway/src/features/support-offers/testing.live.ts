import { expect } from "vitest";
import type { TestGateway } from "../../platform/http/testing.js";
import type { TestMember, TestPartner } from "../../platform/http/testing.partner.js";
import type { TestWriting } from "../../platform/writing/testing.js";

export const OFFERS = `subscription ($communityId: ID, $after: String) { supportOfferChanged(communityId: $communityId, after: $after) {
  cursor mayHaveMissed supportOffer { id title state seatsLeft author { id displayName } viewerCan viewerExchange { id state } } } }`;
export const EXCHANGES = `subscription ($after: String) { exchangeChanged(after: $after) {
  cursor mayHaveMissed exchange { id state viewerRole viewerCan supportOffer { id seatsLeft } } } }`;

/** What tests of live updates do: each answers the id of what was made. */
export function doing({ mutate }: TestWriting, { partners: [one] }: Pick<TestGateway, "partners">) {
  async function made(as: TestMember, field: string, input: object, thing: string): Promise<string> {
    const { payload, refused } = await mutate(as, field, input, `${thing} { id }`);
    expect(refused, field).toBeNull();
    return payload[thing].id;
  }
  return {
    offer: (
      as: TestMember,
      { title = "Tea", communityId = one.openCommunityId as string | null, ...more } = {},
      by: TestPartner = one,
    ) =>
      made(
        as,
        "createSupportOffer",
        { kinds: ["EMOTIONAL"], communityId, ...more, title: `${title} ${by.mark}` },
        "supportOffer",
      ),
    onOffer: (as: TestMember, field: string, supportOfferId: string, more: object = {}) =>
      made(as, field, { supportOfferId, ...more }, "supportOffer"),
    propose: (as: TestMember, supportOfferId: string) => made(as, "proposeExchange", { supportOfferId }, "exchange"),
    onExchange: (as: TestMember, field: string, exchangeId: string) => made(as, field, { exchangeId }, "exchange"),
    community: async (as: TestMember, field: "joinCommunity" | "leaveCommunity", communityId: string) => {
      expect((await mutate(as, field, { communityId }, "membership { state }")).refused, field).toBeNull();
    },
  };
}
