import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kithApollo } from "../docs/samples/apollo.ts";
import * as apollo from "../docs/samples/apollo-use.ts";
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
