import { createKith, createLive, createTransport, type Kith, TypedDocumentString } from "@kith/sdk";
import { type KithServer, kithServer, mintMemberToken } from "@kith/sdk/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";

let gateway: TestGateway;
let server: KithServer;
let ada: Kith;
let ben: Kith;
let benId: string;
let communityId: string;

const tokenOf = (externalId: string) => {
  const { partnerId, signingKey } = gateway.partners[0];
  return mintMemberToken({ partnerId, signingKey, externalId });
};
const signedIn = (externalId: string) => createKith({ endpoint: gateway.url, getToken: () => tokenOf(externalId) });
const ready = { value: { kind: "READY" } };

beforeAll(async () => {
  gateway = await testGateway();
  server = kithServer({ endpoint: gateway.url, secretKey: gateway.partners[0].secretKey });
  for (const externalId of ["ada-1", "ben-2", "Zoë 患者 7"]) {
    await server.members.upsert({ externalId, displayName: externalId.slice(0, 3), ageBand: "ADULT" });
  }
  benId = (await server.members.get({ externalId: "ben-2" })).id;
  communityId = (await server.communities.create({ name: "Carers" })).id;
  [ada, ben] = [signedIn("ada-1"), signedIn("ben-2")];
  await ada.communities.join(communityId);
  await ben.communities.join(communityId);
});
afterAll(() => gateway?.stop());

describe("live, with a gateway", () => {
  test("both sides see an exchange move, each from their own side", async () => {
    const [adas, bens] = [ada.exchanges.changes(), ben.exchanges.changes()];
    expect(await Promise.all([adas.next(), bens.next()])).toMatchObject([ready, ready]);
    const offer = await ada.supportOffers.create({ kinds: ["EMOTIONAL"], title: "I can listen", communityId });
    const { id } = await ben.exchanges.propose({ supportOfferId: offer.id });
    expect(await adas.next()).toMatchObject({
      value: {
        kind: "CHANGED",
        exchange: { id, state: "PROPOSED", viewerRole: "SUPPORTER", viewerCan: ["ACCEPT", "DECLINE"] },
      },
    });
    expect(await bens.next()).toMatchObject({ value: { exchange: { id, viewerRole: "RECIPIENT" } } });
    const begun = performance.now();
    await ada.exchanges.accept(id);
    expect(await bens.next()).toMatchObject({ value: { exchange: { id, state: "ACCEPTED" } } });
    expect(performance.now() - begun).toBeLessThan(5_000);
    await Promise.all([adas.return(), bens.return()]);
  });

  test("an offer in a community reaches who follows it, and not who follows another", async () => {
    const elsewhere = await server.communities.create({ name: "Elsewhere" });
    await ben.communities.join(elsewhere.id);
    const here = ben.supportOffers.changes({ communityId });
    const there = ben.supportOffers.changes({ communityId: elsewhere.id });
    await Promise.all([here.next(), there.next()]);
    const offer = await ada.supportOffers.create({ kinds: ["COMPANIONSHIP"], title: "A walk", communityId });
    expect(await here.next()).toMatchObject({ value: { supportOffer: { id: offer.id, viewerCan: ["PROPOSE"] } } });
    const quiet = vi.fn();
    void there.next().then(quiet);
    await ada.supportOffers.pause(offer.id);
    expect(await here.next()).toMatchObject({ value: { supportOffer: { id: offer.id, state: "PAUSED" } } });
    expect(quiet).not.toHaveBeenCalled();
    await Promise.all([here.return(), there.return()]);
  });

  test("what happened while the connection was lost is told after it, once", async () => {
    const sockets: WebSocket[] = [];
    const Real = globalThis.WebSocket;
    vi.stubGlobal(
      "WebSocket",
      class extends Real {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(url, protocols);
          sockets.push(this);
        }
      },
    );
    try {
      const kith = signedIn("ben-2");
      const changes = kith.supportOffers.changes({ communityId });
      expect(await changes.next()).toMatchObject(ready);
      const first = await ada.supportOffers.create({ kinds: ["INFORMATIONAL"], title: "Forms", communityId });
      expect(await changes.next()).toMatchObject({ value: { supportOffer: { id: first.id } } });
      sockets[0]?.close(4499, "as a network does");
      const second = await ada.supportOffers.create({ kinds: ["INFORMATIONAL"], title: "Letters", communityId });
      await ada.supportOffers.update(second.id, { title: "Letters and calls" });
      expect(await changes.next()).toMatchObject({ value: { supportOffer: { id: second.id } } });
      await ada.supportOffers.pause(first.id);
      await expect
        .poll(async () => (await changes.next()).value, { timeout: 10_000 })
        .toMatchObject({ supportOffer: { id: first.id, state: "PAUSED" } });
      expect(sockets).toHaveLength(2);
      await changes.return();
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test("a token that is revoked in the middle is followed by another, and nothing is missed", async () => {
    const getToken = vi.fn(() => tokenOf("ben-2"));
    const changes = createKith({ endpoint: gateway.url, getToken }).supportOffers.changes({ communityId });
    expect(await changes.next()).toMatchObject(ready);
    // A token is as old as its second: one signed in the same second is revoked with it.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await server.members.revokeTokens(benId);
    const offer = await ada.supportOffers.create({ kinds: ["EMOTIONAL"], title: "Tea", communityId });
    expect(await changes.next()).toMatchObject({ value: { supportOffer: { id: offer.id } } });
    expect(getToken.mock.calls.length).toBeGreaterThan(1);
    await changes.return();
  });

  test("a selection of one's own is followed as it was written", async () => {
    const Titles = new TypedDocumentString<
      { made: { cursor: string; mayHaveMissed: boolean; offer: { id: string; title: string } | null } },
      { after?: string }
    >(`subscription ($after: String) {
      made: supportOfferChanged(after: $after) { cursor mayHaveMissed offer: supportOffer { id title } } }`);
    const { access } = createTransport({ endpoint: gateway.url, getToken: () => tokenOf("ben-2") });
    const changes = createLive(access)(Titles, {});
    expect(await changes.next()).toMatchObject(ready);
    const { id } = await ada.supportOffers.create({ kinds: ["EMOTIONAL"], title: "Own", communityId });
    expect(await changes.next()).toEqual({ done: false, value: { kind: "CHANGED", offer: { id, title: "Own" } } });
    await changes.return();
  });

  test("a partner's server follows a member whose id is in any script", async () => {
    const externalId = "Zoë 患者 7";
    const zoe = server.actingFor({ externalId });
    await zoe.communities.join(communityId);
    const changes = zoe.supportOffers.changes({ communityId });
    expect(await changes.next()).toMatchObject(ready);
    const offer = await ada.supportOffers.create({ kinds: ["EMOTIONAL"], title: "Soup", communityId });
    expect(await changes.next()).toMatchObject({ value: { supportOffer: { id: offer.id } } });
    await changes.return();
  });

  test.each([
    [
      "a key that acts for nobody",
      () => createKith({ endpoint: gateway.url, key: gateway.partners[0].publishableKey }),
      "FORBIDDEN",
    ],
    ["no credential", () => createKith({ endpoint: gateway.url }), "UNAUTHENTICATED"],
    [
      "a token that proves nothing",
      () =>
        createKith({
          endpoint: gateway.url,
          getToken: () =>
            mintMemberToken({
              partnerId: gateway.partners[0].partnerId,
              signingKey: { ...gateway.partners[0].signingKey, secret: "another secret, as long as the partner's own" },
              externalId: "ada-1",
            }),
        }),
      "UNAUTHENTICATED",
    ],
  ])("%s is told so and not tried for ever", async (_, kith, code) => {
    await expect(kith().exchanges.changes().next()).rejects.toMatchObject({
      name: "KithError",
      code,
    });
  });
});
