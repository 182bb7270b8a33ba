import { type Client, cacheExchange, createClient, fetchExchange, subscriptionExchange } from "@urql/core";
import { authExchange } from "@urql/exchange-auth";
import { retryExchange } from "@urql/exchange-retry";
import type { FormattedExecutionResult } from "graphql";
import { type KithAddress, kithSocket } from "./socket.ts";

/** An urql client that speaks to Kith as the signed-in member. */
export function kithUrql(address: KithAddress): Client {
  const { endpoint, getToken } = address;
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
  const socket = kithSocket(address);
  const live = subscriptionExchange({
    forwardSubscription: ({ query = "", variables = {} }) => ({
      subscribe(sink) {
        const next = ({ data = null, ...rest }: FormattedExecutionResult) => sink.next({ data, ...rest });
        return { unsubscribe: socket.subscribe({ query, variables: { ...variables } }, { ...sink, next }) };
      },
    }),
  });
  return createClient({
    url: new URL("/graphql", endpoint).href,
    preferGetMethod: false,
    exchanges: [cacheExchange, again, credential, live, fetchExchange],
  });
}
