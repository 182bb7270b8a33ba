import * as sdk from "@kith/sdk";
import { createKith, type Kith, TypedDocumentString } from "@kith/sdk";
import * as sdkServer from "@kith/sdk/server";
import { type KithServer, kithServer, mintMemberToken } from "@kith/sdk/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";

let gateway: TestGateway;
let server: KithServer;
let ada: Kith;
let ben: Kith;
let adaId: string;
let benId: string;
let communityId: string;
const asked = new Set<string>();

/** The global fetch, which also notes the names of the operations it carries. */
const noting: typeof fetch = (input, init) => {
  const { query } = JSON.parse(init?.body as string) as { query: string };
  asked.add(/^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "");
  return fetch(input, init);
};

function options() {
  return { endpoint: gateway.url, fetch: noting };
}

function signedIn(externalId: string): Kith {
  const { partnerId, signingKey } = gateway.partners[0];
  return createKith({ ...options(), getToken: () => mintMemberToken({ partnerId, signingKey, externalId }) });
}

async function collected<Thing>(things: AsyncIterable<Thing>): Promise<Thing[]> {
  const all: Thing[] = [];
  for await (const thing of things) all.push(thing);
  return all;
}

beforeAll(async () => {
  gateway = await testGateway();
  server = kithServer({ ...options(), secretKey: gateway.partners[0].secretKey });
  [ada, ben] = [signedIn("ada-1"), signedIn("ben-2")];
  adaId = (await server.members.upsert({ externalId: "ada-1", displayName: "Ada", ageBand: "ADULT" })).id;
  benId = (await server.members.upsert({ externalId: "ben-2", displayName: "Ben", ageBand: "ADULT" })).id;
  communityId = (await server.communities.create({ name: "Carers", topics: ["dementia"], facilitatorIds: [adaId] })).id;
  await server.actingFor(benId).communities.join(communityId);
});

afterAll(() => gateway?.stop());

describe("members", () => {
  test("the server knows a member by its own id of them, and the member knows themselves", async () => {
    expect(await server.members.get({ externalId: "ada-1" })).toMatchObject({
      id: adaId,
      ageBand: "ADULT",
      state: "ACTIVE",
    });
    expect(await ada.viewer()).toMatchObject({ member: { id: adaId, externalId: "ada-1", displayName: "Ada" } });
    await expect(server.members.get({ externalId: "nobody" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("what others see of a member is the name alone", async () => {
    expect(await ada.members.get(benId)).toMatchObject({ id: benId, displayName: "Ben" });
    expect(await ada.members.get(benId)).not.toHaveProperty("externalId");
  });

  test("a member changes their own profile", async () => {
    const changed = await ada.members.updateProfile({ languages: ["en", "de"], timeZone: "Europe/Vienna" });
    expect(changed).toMatchObject({ id: adaId, languages: ["en", "de"], timeZone: "Europe/Vienna" });
  });

  test("an externalId in any script reaches the gateway whole, in a token and in a header", async () => {
    const externalId = "Zoë 患者 7";
    const byToken = await signedIn(externalId).viewer();
    const byHeader = await server.actingFor({ externalId }).viewer();
    expect(byToken?.member).toMatchObject({ externalId });
    expect(byHeader).toEqual(byToken);
  });

  test("a revoked token is replaced, and the call goes on", async () => {
    const { id } = await server.members.upsert({ externalId: "cleo-3", displayName: "Cleo", ageBand: "ADULT" });
    const { partnerId, signingKey } = gateway.partners[0];
    let minted = 0;
    const cleo = createKith({
      ...options(),
      getToken: () => mintMemberToken({ partnerId, signingKey, externalId: "cleo-3", expiresIn: 600 + ++minted }),
    });
    await cleo.viewer();
    await server.members.revokeTokens(id);
    // A token's time is in whole seconds: the next one is only newer than the revocation once this second is over.
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await cleo.viewer()).toMatchObject({ member: { id } });
    expect(minted).toBe(2);
  });
});

describe("communities", () => {
  test("are listed, found, joined and left", async () => {
    const { id } = await server.communities.create({ name: "Gardeners" });
    expect((await ben.communities.list({ first: 100 })).nodes.map((community) => community.id)).toContain(id);
    expect(await ben.communities.join(id)).toMatchObject({ state: "ACTIVE", role: "MEMBER", community: { id } });
    expect(await ben.communities.get(id)).toMatchObject({
      name: "Gardeners",
      memberCount: 1,
      viewerMembership: { state: "ACTIVE" },
    });
    const mine = await collected(ben.memberships.each({ first: 1 }));
    expect(mine.map(({ community }) => community.id)).toEqual([id, communityId]);
    expect(await ben.communities.leave(id)).toMatchObject({ state: "LEFT" });
    expect(await server.communities.get(id)).toMatchObject({ memberCount: 0 });
    expect((await collected(server.communities.each({ first: 1 }))).map((community) => community.id)).toContain(id);
  });

  test("a facilitator and the server may remove someone, who cannot come back by the open door", async () => {
    const { id } = await server.communities.create({ name: "Walkers", facilitatorIds: [adaId] });
    await ben.communities.join(id);
    expect(await ada.communities.removeMember({ communityId: id, memberId: benId })).toMatchObject({
      state: "REMOVED",
    });
    await expect(ben.communities.join(id)).rejects.toMatchObject({ code: "FORBIDDEN", reason: "REMOVED" });
    expect(await server.communities.removeMember({ communityId: id, memberId: adaId })).toMatchObject({
      state: "REMOVED",
    });
  });
});

describe("support", () => {
  const input = { kinds: ["EMOTIONAL", "COMPANIONSHIP"] as ("EMOTIONAL" | "COMPANIONSHIP")[], title: "An ear" };

  test("an offer is made, changed, paused, resumed and closed", async () => {
    const { id } = await ada.supportOffers.create({ ...input, description: "Any evening", communityId, capacity: 2 });
    expect(await ada.supportOffers.update(id, { title: "An ear, and tea", description: null })).toMatchObject({
      title: "An ear, and tea",
      description: null,
      capacity: 2,
    });
    expect(await ada.supportOffers.pause(id)).toMatchObject({ state: "PAUSED" });
    expect(await ada.supportOffers.resume(id)).toMatchObject({ state: "OPEN" });
    expect(await ben.supportOffers.get(id)).toMatchObject({
      author: { id: adaId, displayName: "Ada" },
      community: { id: communityId },
      viewerCan: ["PROPOSE"],
      seatsLeft: 2,
    });
    expect((await ada.supportOffers.mine.list()).nodes.map((offer) => offer.id)).toContain(id);
    expect(await ada.supportOffers.close(id)).toMatchObject({ state: "CLOSED" });
  });

  test("an exchange is proposed, accepted and completed", async () => {
    const offer = await ada.supportOffers.create({ ...input, communityId });
    const { id, viewerCan } = await ben.exchanges.propose({ supportOfferId: offer.id });
    expect(viewerCan).toEqual(["WITHDRAW"]);
    expect((await ada.exchanges.list({ states: ["PROPOSED"] })).nodes.map((exchange) => exchange.id)).toEqual([id]);
    expect((await ada.exchanges.list({ supportOfferId: offer.id })).nodes.map((exchange) => exchange.id)).toEqual([id]);
    expect(await ada.exchanges.accept(id)).toMatchObject({
      state: "ACCEPTED",
      viewerRole: "SUPPORTER",
      recipient: { id: benId },
    });
    await expect(ada.exchanges.accept(id)).rejects.toMatchObject({ code: "CONFLICT", reason: "EXCHANGE_ACCEPTED" });
    expect(await ben.exchanges.complete(id)).toMatchObject({ state: "COMPLETED" });
    expect(await ben.exchanges.get(id)).toMatchObject({ state: "COMPLETED", supportOffer: { id: offer.id } });
  });

  test("a proposal is declined or withdrawn, and an exchange ended early", async () => {
    const offer = await ada.supportOffers.create({ ...input, communityId });
    const propose = async () => (await ben.exchanges.propose({ supportOfferId: offer.id })).id;
    expect(await ada.exchanges.decline(await propose())).toMatchObject({ state: "DECLINED" });
    expect(await ben.exchanges.withdraw(await propose())).toMatchObject({ state: "WITHDRAWN" });
    const id = await propose();
    await ada.exchanges.accept(id);
    expect(await ben.exchanges.end(id)).toMatchObject({ state: "ENDED_EARLY" });
    const states = (await collected(ben.exchanges.each({ supportOfferId: offer.id, first: 1 }))).map(
      ({ state }) => state,
    );
    expect(states).toEqual(["ENDED_EARLY", "WITHDRAWN", "DECLINED"]);
  });

  test("the last seat is taken once, and whoever comes second hears so", async () => {
    await server.members.upsert({ externalId: "dan-4", displayName: "Dan", ageBand: "ADULT" });
    const dan = server.actingFor({ externalId: "dan-4" });
    await dan.communities.join(communityId);
    const offer = await ada.supportOffers.create({ ...input, communityId, capacity: 1 });
    const proposals = await Promise.all([ben, dan].map((kith) => kith.exchanges.propose({ supportOfferId: offer.id })));
    const answers = await Promise.allSettled(proposals.map(({ id }) => ada.exchanges.accept(id)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = answers.find((answer): answer is PromiseRejectedResult => answer.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "CAPACITY_REACHED", reason: "NO_SEATS" });
  });

  test("pages lead both ways over what is really there, with its filter", async () => {
    const { id } = await server.communities.create({ name: "Pages", facilitatorIds: [adaId] });
    const made: string[] = [];
    for (let n = 0; n < 5; n++) {
      made.unshift(
        (await ada.supportOffers.create({ kinds: ["INFORMATIONAL"], title: `Offer ${n}`, communityId: id })).id,
      );
    }
    const filter = { communityId: id, kind: "INFORMATIONAL" as const, openOnly: true };
    expect((await collected(ada.supportOffers.each({ ...filter, first: 2 }))).map((offer) => offer.id)).toEqual(made);
    expect((await collected(ada.supportOffers.each({ ...filter, last: 2 }))).map((offer) => offer.id)).toEqual(
      [...made].reverse(),
    );
    const first = await ada.supportOffers.list({ ...filter, first: 2, withTotal: true });
    expect(first.totalCount).toBe(5);
    const back = await (await first.next())?.previous();
    expect(back?.nodes).toEqual(first.nodes);
    expect((await ada.supportOffers.list({ ...filter, kind: "EMOTIONAL" })).nodes).toEqual([]);
  });
});

describe("check-ins", () => {
  test("are recorded, listed and drawn as a course", async () => {
    const checkIn = await ben.pulseCheckIns.record({
      mood: 4,
      strain: 2,
      supportReceived: true,
      timeZone: "Europe/Vienna",
    });
    expect(checkIn).toMatchObject({ mood: 4, strain: 2, hope: null, supportReceived: true });
    expect((await ben.pulseCheckIns.list({ first: 1 })).nodes).toEqual([checkIn]);
    const trend = await ben.pulseTrend({ days: 7 });
    expect(trend).toMatchObject({ timeZone: "Europe/Vienna", mood: { answered: 1, median: null } });
    expect(trend.days).toMatchObject([{ day: checkIn.day, mood: 4 }]);
  });

  test("one whose answer was lost on the way is there once", async () => {
    let losing = true;
    const lossy: typeof fetch = async (...request) => {
      const answer = await fetch(...request);
      if (losing)
        await answer
          .text()
          .then(() => Promise.reject(new TypeError("connection lost")))
          .finally(() => (losing = false));
      return answer;
    };
    const { partnerId, signingKey } = gateway.partners[0];
    const eva = createKith({
      endpoint: gateway.url,
      fetch: lossy,
      getToken: () => mintMemberToken({ partnerId, signingKey, externalId: "eva-5" }),
    });
    const { id } = await eva.pulseCheckIns.record({ mood: 3 });
    expect((await eva.pulseCheckIns.list()).nodes.map((checkIn) => checkIn.id)).toEqual([id]);
  });

  test("one that is repeated under its key after a reload is there once; another text under it is refused", async () => {
    const fay = signedIn("fay-6");
    const first = await fay.pulseCheckIns.record({ hope: 5 }, { idempotencyKey: "draft-1" });
    expect(await signedIn("fay-6").pulseCheckIns.record({ hope: 5 }, { idempotencyKey: "draft-1" })).toEqual(first);
    await expect(fay.pulseCheckIns.record({ hope: 1 }, { idempotencyKey: "draft-1" })).rejects.toMatchObject({
      code: "IDEMPOTENCY_MISMATCH",
    });
  });
});

describe("what is refused", () => {
  test("says where, and under which request", async () => {
    await expect(ada.supportOffers.create({ kinds: ["EMOTIONAL"], title: " " })).rejects.toMatchObject({
      name: "KithError",
      code: "BAD_INPUT",
      field: "input.title",
      requestId: expect.stringMatching(/./),
    });
    await expect(ada.supportOffers.list({ first: 101 })).rejects.toMatchObject({ code: "BAD_INPUT", field: "first" });
    await expect(ada.supportOffers.get(adaId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ada.supportOffers.get("sof_00000000000000000000000000")).rejects.toMatchObject({
      code: "NOT_FOUND",
      field: "id",
    });
  });

  test("a credential that proves nothing", async () => {
    const { partnerId, signingKey } = gateway.partners[0];
    const forged = { ...signingKey, secret: "not the partner's secret, but as long as it" };
    const kith = createKith({
      ...options(),
      getToken: () => mintMemberToken({ partnerId, signingKey: forged, externalId: "ada-1" }),
    });
    await expect(kith.viewer()).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "TOKEN_INVALID" });
    await expect(createKith(options()).partner()).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("what is another partner's", async () => {
    const [, other] = gateway.partners;
    await expect(ada.members.get(other.ann.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(ada.communities.join(other.openCommunityId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(server.actingFor(other.ann.id).viewer()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

test("a publishable key shows the partner's public face and no member", async () => {
  const kith = createKith({ ...options(), key: gateway.partners[0].publishableKey });
  expect(await kith.partner()).toMatchObject({ id: gateway.partners[0].partnerId, matchingDial: "PEER_TO_PEER" });
  expect(await server.partner()).toEqual(await kith.partner());
  expect(await kith.viewer()).toBeNull();
  await expect(kith.pulseTrend()).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason: "MEMBER_NEEDED" });
  await expect(kith.communities.join(communityId)).rejects.toThrow(sdk.KithError);
});

test("a selection of one's own is answered as it was typed", async () => {
  const Names = new TypedDocumentString<{ viewer: { member: { name: string } } }, { deep: boolean }>(
    "query Names($deep: Boolean!) { viewer { member { name: displayName id @include(if: $deep) } } }",
  );
  expect(await ada.request(Names, { deep: false })).toEqual({ viewer: { member: { name: "Ada" } } });
});

test("no operation was left untried", () => {
  const operations = [sdk, sdkServer]
    .flatMap((entry) => Object.entries(entry))
    .flatMap(([name, document]) =>
      // Subscriptions are tried in sdk-live.test.ts.
      name.endsWith("Document") && !String(document).startsWith("subscription")
        ? [/^(?:query|mutation) (\w+)/.exec(String(document))?.[1]]
        : [],
    );
  expect(operations.length).toBeGreaterThan(30);
  expect(operations.filter((name) => !asked.has(name ?? ""))).toEqual([]);
});
