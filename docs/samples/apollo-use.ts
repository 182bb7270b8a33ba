import { type ApolloClient, CombinedGraphQLErrors, gql, type TypedDocumentNode } from "@apollo/client";

const OpenOffers: TypedDocumentNode<
  { supportOffers: { edges: { node: { id: string; title: string } }[]; pageInfo: { endCursor: string | null } } },
  { after?: string | null }
> = gql`
  query OpenOffers($after: String) {
    supportOffers(first: 20, after: $after, filter: { openOnly: true }) {
      edges {
        node {
          id
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const AskFor: TypedDocumentNode<
  { proposeExchange: { exchange: { id: string; state: string } } },
  { supportOfferId: string }
> = gql`
  mutation AskFor($supportOfferId: ID!) {
    proposeExchange(input: { supportOfferId: $supportOfferId }) {
      exchange {
        id
        state
      }
    }
  }
`;

const OfferChanged: TypedDocumentNode<{ supportOfferChanged: { supportOffer: { id: string; title: string } | null } }> =
  gql`
  subscription OfferChanged {
    supportOfferChanged {
      cursor
      supportOffer {
        id
        title
        state
      }
    }
  }
`;

export async function openOffers(client: ApolloClient) {
  const { data } = await client.query({ query: OpenOffers });
  return data?.supportOffers.edges.map(({ node }) => node) ?? [];
}

/** Asks once, however often it is sent. Says in a word what came of it. */
export async function askFor(client: ApolloClient, supportOfferId: string): Promise<string> {
  try {
    const { data } = await client.mutate({
      mutation: AskFor,
      variables: { supportOfferId },
      context: { headers: { "idempotency-key": crypto.randomUUID() } },
    });
    return data?.proposeExchange.exchange.state ?? "UNKNOWN";
  } catch (error) {
    if (!CombinedGraphQLErrors.is(error)) throw error;
    const [first] = error.errors;
    return String(first?.extensions?.["reason"] ?? first?.extensions?.["code"]);
  }
}

/** Calls `read` now and after each reconnection, and `seen` for each offer that is made or changes. Gives what ends it. */
export function followOffers(
  client: ApolloClient,
  read: () => void,
  seen: (offer: { id: string; title: string }) => void,
) {
  const events = client.subscribe({ query: OfferChanged }).subscribe(({ data }) => {
    const { supportOffer } = data?.supportOfferChanged ?? {};
    // The first event holds nothing: from here on nothing is missed, so what is shown is read now.
    if (supportOffer) seen(supportOffer);
    else read();
  });
  return () => events.unsubscribe();
}
