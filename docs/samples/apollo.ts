import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { SetContextLink } from "@apollo/client/link/context";
import { RetryLink } from "@apollo/client/link/retry";
import { relayStylePagination } from "@apollo/client/utilities";

export interface KithAddress {
  /** Where the gateway is: `https://kith.example`. */
  endpoint: string;
  /** Asks your own server for the member's token. */
  getToken(): Promise<string>;
}

/** An Apollo Client that speaks to Kith as the signed-in member. */
export function kithApollo({ endpoint, getToken }: KithAddress): ApolloClient {
  const credential = new SetContextLink(async ({ headers }) => ({
    headers: { ...headers, authorization: `Bearer ${await getToken()}` },
  }));
  // Safe for mutations too, as long as each carries its idempotency key: see below.
  const again = new RetryLink({ delay: { initial: 300, jitter: true }, attempts: { max: 3 } });
  const http = new HttpLink({ uri: new URL("/graphql", endpoint).href });
  return new ApolloClient({
    link: ApolloLink.from([again, credential, http]),
    cache: new InMemoryCache({
      possibleTypes: { Node: ["Community", "Exchange", "Member", "PulseCheckIn", "SupportOffer"] },
      typePolicies: {
        Query: { fields: { supportOffers: relayStylePagination(["filter"]), communities: relayStylePagination() } },
      },
    }),
  });
}
