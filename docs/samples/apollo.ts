import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { SetContextLink } from "@apollo/client/link/context";
import { RetryLink } from "@apollo/client/link/retry";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { relayStylePagination } from "@apollo/client/utilities";
import { OperationTypeNode } from "graphql";
import { type KithAddress, kithSocket } from "./socket.ts";

/** An Apollo Client that speaks to Kith as the signed-in member. */
export function kithApollo(address: KithAddress): ApolloClient {
  const { endpoint, getToken } = address;
  const credential = new SetContextLink(async ({ headers }) => ({
    headers: { ...headers, authorization: `Bearer ${await getToken()}` },
  }));
  // Safe for mutations too, as long as each carries its idempotency key: see below.
  const again = new RetryLink({ delay: { initial: 300, jitter: true }, attempts: { max: 3 } });
  const http = new HttpLink({ uri: new URL("/graphql", endpoint).href });
  const live = new GraphQLWsLink(kithSocket(address));
  return new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      live,
      ApolloLink.from([again, credential, http]),
    ),
    cache: new InMemoryCache({
      possibleTypes: { Node: ["Community", "Exchange", "Member", "PulseCheckIn", "SupportOffer"] },
      typePolicies: {
        Query: { fields: { supportOffers: relayStylePagination(["filter"]), communities: relayStylePagination() } },
      },
    }),
  });
}
