import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { kithApollo } from "../docs/samples/apollo.ts";
import * as apollo from "../docs/samples/apollo-use.ts";
import { kithSocket } from "../docs/samples/socket.ts";
import { kithUrql } from "../docs/samples/urql.ts";
import * as urql from "../docs/samples/urql-use.ts";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";

let gateway: TestGateway;
let asked: string[];

beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway?.stop());

const address = (token: string, first = token) => {
  asked = [];
  return {
    endpoint: gateway.url,
    getToken: async () => {
      const given = asked.length ? token : first;
      asked.push(given);
      return given;
    },
  };
};

async function expiredFor(externalId: string): Promise<string> {
  const past = Math.floor(Date.now() / 1000) - 7200;
  return gateway.partners[0].sign({ sub: externalId, iat: past, exp: past + 900 });
}

describe("Apollo Client as the guide shows it", () => {
  test("reads a list and asks for an offer, once", async () => {
    const { mia, cleo, offerId, mark } = gateway.partners[0];
    const { token } = await gateway.partners[0].addMember({ displayName: "Dan" });
    const client = kithApollo(address(gateway.partners[0].ben.token));
    expect(await apollo.openOffers(client)).toMatchObject([{ id: offerId, title: `Offer ${mark}` }]);
    expect(await apollo.askFor(client, offerId)).toBe("EXCHANGE_ALREADY_OPEN");
    expect(await apollo.askFor(kithApollo(address(token)), offerId)).toBe("NOT_FOUND");
    expect([mia, cleo]).toHaveLength(2);
  });

  test("tells a refused credential by its code", async () => {
    const client = kithApollo(address(await expiredFor(gateway.partners[0].ann.externalId)));
    await expect(apollo.openOffers(client)).rejects.toMatchObject({
      errors: [{ extensions: { reason: "TOKEN_EXPIRED" } }],
    });
  });
});

describe("urql as the guide shows it", () => {
  test("reads a list, asks for an offer, and gets another token when one has ended", async () => {
    const { ben, offerId, mark } = gateway.partners[0];
    const client = kithUrql(address(ben.token, await expiredFor(ben.externalId)));
    expect(await urql.openOffers(client)).toMatchObject([{ id: offerId, title: `Offer ${mark}` }]);
    expect(asked).toHaveLength(2);
    expect(await urql.askFor(client, offerId)).toBe("EXCHANGE_ALREADY_OPEN");
  });
});

describe("live updates as the guide shows them", () => {
  const OFFER =
    "mutation ($input: CreateSupportOfferInput!) { createSupportOffer(input: $input) { supportOffer { id } } }";
  const offering = (title: string) =>
    gateway.graphql(OFFER, { input: { title, kinds: ["EMOTIONAL"] } }, { as: gateway.partners[0].ann });

  /** Follows while an offer with this title is made; gives what came. */
  async function follow(
    follower: (read: () => void, seen: (offer: { title: string }) => void) => () => void,
    title: string,
  ) {
    const titles: string[] = [];
    const opened = Promise.withResolvers<void>();
    const stop = follower(opened.resolve, (offer) => titles.push(offer.title));
    await opened.promise;
    await offering(title);
    await vi.waitUntil(() => titles.includes(title), { timeout: 10_000 });
    stop();
    return titles;
  }

  test("an offer just made comes by itself in Apollo Client", async () => {
    const client = kithApollo(address(gateway.partners[0].ben.token));
    const titles = await follow((read, seen) => apollo.followOffers(client, read, seen), "For Apollo");
    expect(titles).toContain("For Apollo");
  });

  test("and in urql", async () => {
    const client = kithUrql(address(gateway.partners[0].ben.token));
    const titles = await follow((read, seen) => urql.followOffers(client, read, seen), "For urql");
    expect(titles).toContain("For urql");
  });

  test("the socket comes back with a new token, and says from where on nothing is missed", async () => {
    const socket = kithSocket(address(gateway.partners[0].ben.token), 150);
    let firsts = 0;
    const stop = socket.subscribe<{ supportOfferChanged: { supportOffer: object | null } }>(
      { query: "subscription { supportOfferChanged { supportOffer { id } } }" },
      {
        next: ({ data }) => {
          if (!data?.supportOfferChanged.supportOffer) firsts++;
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await expect.poll(() => firsts, { timeout: 10_000 }).toBeGreaterThan(2);
    expect(asked.length).toBeGreaterThan(2);
    stop();
    await socket.dispose();
  });

  test("without a library, a stream brings the same", async () => {
    const stream = await fetch(new URL("/graphql/stream", gateway.url), {
      method: "POST",
      headers: {
        authorization: `Bearer ${gateway.partners[0].ben.token}`,
        "content-type": "application/json",
        accept: "text/event-stream",
      },
      body: JSON.stringify({ query: "subscription { exchangeChanged { cursor exchange { id state } } }" }),
    });
    let said = "";
    for await (const chunk of stream.body ?? []) {
      said += new TextDecoder().decode(chunk);
      if (said.includes("cursor")) break;
    }
    expect(said).toMatch(/^event: next$/m);
  });
});
