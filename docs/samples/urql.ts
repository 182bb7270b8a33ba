import { type Client, cacheExchange, createClient, fetchExchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { retryExchange } from "@urql/exchange-retry";

export interface KithAddress {
  /** Where the gateway is: `https://kith.example`. */
  endpoint: string;
  /** Asks your own server for the member's token. */
  getToken(): Promise<string>;
}

/** An urql client that speaks to Kith as the signed-in member. */
export function kithUrql({ endpoint, getToken }: KithAddress): Client {
  const credential = authExchange(async ({ appendHeaders }) => {
    let token = await getToken();
    return {
      addAuthToOperation: (operation) => appendHeaders(operation, { authorization: `Bearer ${token}` }),
      didAuthError: ({ graphQLErrors }) =>
        graphQLErrors.some(({ extensions }) => extensions["code"] === "UNAUTHENTICATED"),
      async refreshAuth() {
        token = await getToken();
      },
    };
  });
  // Safe for mutations too, as long as each carries its idempotency key: see below.
  const again = retryExchange({ maxNumberAttempts: 3, retryIf: ({ networkError }) => Boolean(networkError) });
  return createClient({
    url: new URL("/graphql", endpoint).href,
    preferGetMethod: false,
    exchanges: [cacheExchange, again, credential, fetchExchange],
  });
}
