/** The four operations, and what the load generator asks about. */
export type OperationName = "communityPage" | "home" | "offerList" | "recordCheckIn";

export interface Operation {
  readonly name: OperationName;
  readonly title: string;
  readonly kind: "read" | "write";
  /** Least share of the raw floor's throughput; and the share aimed for. */
  readonly least: number;
  readonly aim: number;
  /** How many times PostGraphile's throughput it is at least. */
  readonly leastOfPostgraphile?: number;
  readonly document: string;
  /** The same asked of PostGraphile, whose names differ. */
  readonly postgraphile?: string;
  variables(asker: Asker): Record<string, unknown>;
}

export interface Asker {
  readonly partnerId: string;
  readonly memberId: string;
  readonly externalId: string;
  readonly communityId: string;
  readonly token: string;
}

export const OPERATIONS: readonly Operation[] = [
  {
    name: "communityPage",
    title: "Community page: 20 offers, authors, seats, the viewer's own state",
    kind: "read",
    least: 0.55,
    aim: 0.75,
    leastOfPostgraphile: 1.8,
    document: `query CommunityPage($id: ID!) {
  node(id: $id) {
    ... on Community {
      id name topics memberCount
      viewerMembership { role state }
      supportOffers(first: 20, filter: { openOnly: true }) {
        nodes { id title kinds seatsLeft createdAt author { id displayName } viewerCan viewerExchange { id state } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`,
    postgraphile: `query CommunityPage($id: String!) {
  node: communityPage(id: $id) {
    id: rowId name topics memberCount
    viewerMembership { role state }
    supportOffers: openSupportOffers(first: 20) {
      nodes { id: rowId title kinds seatsLeft createdAt author { id: rowId displayName } viewerCan viewerExchange { id: rowId state } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    variables: ({ communityId }) => ({ id: communityId }),
  },
  {
    name: "home",
    title: "Home: name, ten communities, last thirty check-ins",
    kind: "read",
    least: 0.55,
    aim: 0.7,
    leastOfPostgraphile: 1.8,
    document: `query Home {
  viewer {
    member { id displayName }
    memberships(first: 10) { nodes { role community { id name memberCount } } }
    pulseCheckIns(first: 30) { nodes { id mood strain connectedness hope day recordedAt } }
  }
}`,
    postgraphile: `query Home {
  viewer {
    id: rowId displayName
    memberships: activeMemberships(first: 10) { nodes { role community { id: rowId name memberCount } } }
    pulseCheckIns: latestPulseCheckIns(first: 30) { nodes { id: rowId mood strain connectedness hope day recordedAt } }
  }
}`,
    variables: () => ({}),
  },
  {
    name: "offerList",
    title: "List: 50 offers with author and community",
    kind: "read",
    least: 0.5,
    aim: 0.75,
    leastOfPostgraphile: 1.5,
    document: `query OfferList {
  supportOffers(first: 50) {
    nodes { id title kinds createdAt author { id displayName } community { id name } }
    pageInfo { hasNextPage endCursor }
  }
}`,
    postgraphile: `query OfferList {
  supportOffers: visibleSupportOffers(first: 50) {
    nodes { id: rowId title kinds createdAt author { id: rowId displayName } community { id: rowId name } }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: () => ({}),
  },
  {
    name: "recordCheckIn",
    title: "Write: record a check-in",
    kind: "write",
    least: 0.5,
    aim: 0.65,
    document: `mutation RecordCheckIn($input: RecordPulseCheckInInput!) {
  recordPulseCheckIn(input: $input) { checkIn { id mood strain connectedness hope day recordedAt } }
}`,
    variables: () => ({ input: { mood: 3, strain: 2, connectedness: 4, hope: 3, supportGiven: true } }),
  },
];

export const operationNamed = (name: OperationName): Operation =>
  OPERATIONS.find((operation) => operation.name === name) as Operation;
