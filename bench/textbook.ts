/**
 * The textbook: Apollo Server as it comes over the same schema, a resolver a field, DataLoader for what repeats, plain
 * parameterised SQL; every resolver is async, as TypeGraphQL makes them. It checks no token and writes no log, so what it loses is lost to the way it reads.
 */
import { readFile } from "node:fs/promises";
import { ApolloServer, HeaderMap } from "@apollo/server";
import DataLoader from "dataloader";
import { buildSchema, type GraphQLObjectType, isAbstractType } from "graphql";
import pg from "pg";
import { listen } from "./listen.ts";

/** Rows and arguments as they come: this is the code that trusts them. */
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;
type Row = Record<string, Loose>;
const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: Number(process.env["POOL"] ?? 10),
  idleTimeoutMillis: 0,
  options: "-c timezone=UTC -c jit=off",
});
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const rows = async (text: string, values: unknown[]): Promise<Row[]> => (await pool.query(text, values)).rows;

interface Asking {
  partnerId: string;
  memberId: string;
  members: DataLoader<string, Row | null>;
  communities: DataLoader<string, Row | null>;
  memberships: DataLoader<string, Row | null>;
  openExchanges: DataLoader<string, Row | null>;
}

function asking(partnerId: string, memberId: string): Asking {
  const by = (column: string, text: string, values: unknown[] = []) =>
    new DataLoader<string, Row | null>(async (keys) => {
      const found = new Map((await rows(text, [partnerId, keys, ...values])).map((row) => [row[column], row]));
      return keys.map((key) => found.get(key) ?? null);
    });
  return {
    partnerId,
    memberId,
    members: by("id", "select * from member where partner_id = $1 and id = any($2)"),
    communities: by("id", "select * from community where partner_id = $1 and id = any($2)"),
    memberships: by(
      "community_id",
      "select * from membership where partner_id = $1 and community_id = any($2) and member_id = $3",
      [memberId],
    ),
    openExchanges: by(
      "offer_id",
      "select * from exchange where partner_id = $1 and offer_id = any($2) and recipient_id = $3 and state in ('PROPOSED', 'ACCEPTED') and (state = 'ACCEPTED' or expires_at > now())",
      [memberId],
    ),
  };
}

const encode = (id: string) => Buffer.from(id).toString("base64url");
const page = (found: Row[], size: number) => {
  const nodes = found.slice(0, size);
  const last = nodes.at(-1);
  return {
    nodes,
    pageInfo: { hasNextPage: found.length > size, endCursor: last ? encode(last["id"] ?? last["community_id"]) : null },
  };
};
const mayMeet = "o.author_meets_as = case when $3::boolean then 'ADULT' else 'MINOR' end";
type Resolve = (row: Row, args: Loose, asker: Asking) => unknown;

const resolvers: Record<string, Record<string, Resolve>> = {
  Query: {
    node: async (_, { id }, asker) => {
      const community = await asker.communities.load(id);
      const mine = community && (await asker.memberships.load(id));
      return community && (community["visibility"] === "PUBLIC" || mine?.["state"] === "ACTIVE")
        ? { ...community, type: "Community" }
        : null;
    },
    viewer: (_, _args, asker) => ({ id: asker.memberId }),
    supportOffers: async (_, { first }, asker) => {
      const viewer = await asker.members.load(asker.memberId);
      return page(
        await rows(
          `select o.* from support_offer o where o.partner_id = $1 and (
             o.audience_id = $1 or exists (select 1 from membership m where m.partner_id = $1 and m.member_id = $2 and m.community_id = o.community_id and m.state = 'ACTIVE'))
             and (o.author_id = $2 or ${mayMeet} or exists (select 1 from membership f where f.partner_id = $1 and f.member_id = $2 and f.community_id = o.community_id and f.state = 'ACTIVE' and f.role = 'FACILITATOR'))
           order by o.id desc limit $4`,
          [asker.partnerId, asker.memberId, viewer?.["is_adult"], first + 1],
        ),
        first,
      );
    },
  },
  Viewer: {
    member: ({ id }, _args, asker) => asker.members.load(id),
    memberships: async ({ id }, { first }, asker) =>
      page(
        await rows(
          "select * from membership where partner_id = $1 and member_id = $2 and state = 'ACTIVE' order by community_id desc limit $3",
          [asker.partnerId, id, first + 1],
        ),
        first,
      ),
    pulseCheckIns: async ({ id }, { first }, asker) =>
      page(
        await rows(
          "select * from pulse_check_in where partner_id = $1 and member_id = $2 order by recorded_at desc, id desc limit $3",
          [asker.partnerId, id, first + 1],
        ),
        first,
      ),
  },
  Membership: { community: (row, _args, asker) => asker.communities.load(row["community_id"]) },
  Member: {},
  Community: {
    viewerMembership: ({ id }, _args, asker) => asker.memberships.load(id),
    supportOffers: async ({ id }, { first, filter }, asker) => {
      const mine = await asker.memberships.load(id);
      if (mine?.["state"] !== "ACTIVE") return page([], first);
      const viewer = await asker.members.load(asker.memberId);
      return page(
        await rows(
          `select o.* from support_offer o where o.partner_id = $1 and o.audience_id = $2 and (o.author_id = $4 or $5 or ${mayMeet})
             ${filter?.openOnly ? "and o.state = 'OPEN' and (o.expires_at is null or o.expires_at > now())" : ""} order by o.id desc limit $6`,
          [asker.partnerId, id, viewer?.["is_adult"], asker.memberId, mine["role"] === "FACILITATOR", first + 1],
        ),
        first,
      );
    },
  },
  SupportOffer: {
    seatsLeft: (row) => row["capacity"] - row["accepted_count"],
    author: (row, _args, asker) => asker.members.load(row["author_id"]),
    community: (row, _args, asker) => (row["community_id"] ? asker.communities.load(row["community_id"]) : null),
    viewerExchange: ({ id }, _args, asker) => asker.openExchanges.load(id),
    viewerCan: async (row, _args, asker) => {
      if (row["author_id"] === asker.memberId) return ["EDIT", "PAUSE", "CLOSE"];
      const [author, viewer, open] = await Promise.all([
        asker.members.load(row["author_id"]),
        asker.members.load(asker.memberId),
        asker.openExchanges.load(row["id"]),
      ]);
      const may =
        author?.["state"] === "ACTIVE" && viewer?.["state"] === "ACTIVE" && author["is_adult"] === viewer["is_adult"];
      return may && !open ? ["PROPOSE"] : [];
    },
  },
  PulseCheckIn: {},
};

const schema = buildSchema(await readFile(new URL("../packages/sdk/schema.graphql", import.meta.url), "utf8"));
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
for (const [type, own] of Object.entries(resolvers)) {
  for (const [name, field] of Object.entries((schema.getType(type) as GraphQLObjectType).getFields())) {
    const column = snake(name);
    field.resolve = own[name] ?? (async (row: Row) => row[column]);
  }
}
for (const type of Object.values(schema.getTypeMap()))
  if (isAbstractType(type)) type.resolveType = (row: Row) => row["type"];

const apollo = new ApolloServer<Asking>({
  schema,
  stopOnTerminationSignals: false,
});
await apollo.start();
const headers = new HeaderMap([["content-type", "application/json"]]);
listen(async ({ body, partnerId, memberId }) => {
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: "POST", headers, search: "", body },
    context: () => Promise.resolve(asking(partnerId, memberId)),
  });
  return answer.body.kind === "complete" ? answer.body.string : "";
});
