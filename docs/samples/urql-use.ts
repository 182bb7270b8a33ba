import { type Client, gql, type TypedDocumentNode } from "@urql/core";

const OpenOffers: TypedDocumentNode<
  { supportOffers: { nodes: { id: string; title: string }[]; pageInfo: { endCursor: string | null } } },
  { after?: string | null }
> = gql`
  query OpenOffers($after: String) {
    supportOffers(first: 20, after: $after, filter: { openOnly: true }) {
      nodes {
        id
        title
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

export async function openOffers(client: Client) {
  const { data, error } = await client.query(OpenOffers, {});
  if (error) throw error;
  return data?.supportOffers.nodes ?? [];
}

/** Asks once, however often it is sent. Says in a word what came of it. */
export async function askFor(client: Client, supportOfferId: string): Promise<string> {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const { data, error } = await client.mutation(AskFor, { supportOfferId }, { fetchOptions: { headers } });
  if (error?.networkError) throw error;
  const [first] = error?.graphQLErrors ?? [];
  return data?.proposeExchange.exchange.state ?? String(first?.extensions["reason"] ?? first?.extensions["code"]);
}

/** Calls `read` now and after each reconnection, and `seen` for each offer that is made or changes. Gives what ends it. */
export function followOffers(client: Client, read: () => void, seen: (offer: { id: string; title: string }) => void) {
  const events = client.subscription(OfferChanged, {}).subscribe(({ data }) => {
    const { supportOffer } = data?.supportOfferChanged ?? {};
    // The first event holds nothing: from here on nothing is missed, so what is shown is read now.
    if (supportOffer) seen(supportOffer);
    else if (data) read();
  });
  return () => events.unsubscribe();
}
