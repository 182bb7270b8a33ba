import { lastOfEachDay, pulseTrend } from "@kith/core/check-ins";
import { exchangeActions, exchangeState, supportOfferActions, supportOfferState } from "@kith/core/support-offers";
import { addDays, localDay } from "@kith/core/values";
import { buildSchema, type GraphQLResolveInfo, type GraphQLSchema, isAbstractType, isObjectType } from "graphql";
import { fault } from "../../graphql/errors.js";
import type { Viewer } from "../../identity/viewer.js";
import { checkArguments } from "./naive-check.js";
import type { Data, Row } from "./naive-data.js";
import { cutPage, type KeyOf, type PageArguments } from "./naive-page.js";

export interface NaiveContext {
  readonly viewer: Viewer;
  readonly now: Date;
  /** Called where the gateway is expected to send its one statement. */
  read(): void;
}
type Resolver = (row: Row, args: any, context: NaiveContext, info: GraphQLResolveInfo) => unknown;

const byId: KeyOf<Row> = (row) => [row.id];
const TABLES = {
  mbr: ["Member", "member"],
  com: ["Community", "community"],
  sof: ["SupportOffer", "supportOffer"],
  exc: ["Exchange", "exchange"],
  chk: ["PulseCheckIn", "pulseCheckIn"],
} as const;
type Table = (typeof TABLES)[keyof typeof TABLES][1];

/** The API once more, a resolver a field over arrays. It shares nothing with the engine but the SDL. */
export function naiveSchema(sdl: string, data: Data): GraphQLSchema {
  const me = ({ viewer }: NaiveContext) => (viewer.kind === "MEMBER" ? viewer.memberId : null);
  const ours = (table: keyof Data, { viewer }: NaiveContext) =>
    data[table].filter((row) => row.partnerId === viewer.partnerId);
  const find = (table: keyof Data, id: string, context: NaiveContext): Row | undefined =>
    ours(table, context).find((row) => row.id === id);
  const membership = (communityId: string | null, memberId: string | null, context: NaiveContext) =>
    ours("membership", context).find((row) => row.communityId === communityId && row.memberId === memberId);
  const isActiveIn = (communityId: string | null, memberId: string | null, context: NaiveContext) =>
    membership(communityId, memberId, context)?.state === "ACTIVE";
  const facilitates = (communityId: string | null, context: NaiveContext) =>
    isActiveIn(communityId, me(context), context) &&
    membership(communityId, me(context), context)?.role === "FACILITATOR";
  const authorMayMeet = (offer: Row, context: NaiveContext) => {
    const author = find("member", offer.authorId, context)!;
    return context.viewer.kind === "MEMBER" && author.state === "ACTIVE" && author.isAdult === context.viewer.isAdult;
  };
  const takesPart = (exchange: Row, memberId: string | null) =>
    memberId !== null && [exchange.supporterId, exchange.recipientId].includes(memberId);
  const timed = (row: Row): any => ({ ...row, expiresAt: row.expiresAt && new Date(row.expiresAt) });

  const sees: Record<Table, (row: Row, context: NaiveContext) => boolean> = {
    member: (row, context) => {
      if (context.viewer.kind !== "MEMBER") return context.viewer.kind === "SERVER";
      const mine = me(context);
      const shared = ours("membership", context).some(
        (one) => one.memberId === row.id && one.state === "ACTIVE" && isActiveIn(one.communityId, mine, context),
      );
      return (
        row.id === mine ||
        shared ||
        ours("exchange", context).some((one) => takesPart(one, row.id) && takesPart(one, mine))
      );
    },
    community: (row, context) =>
      context.viewer.kind === "SERVER" || row.visibility === "PUBLIC" || isActiveIn(row.id, me(context), context),
    supportOffer: (row, context) => {
      if (context.viewer.kind !== "MEMBER") return false;
      if (row.authorId === me(context) || facilitates(row.communityId, context)) return true;
      return (
        (row.communityId === null || isActiveIn(row.communityId, me(context), context)) && authorMayMeet(row, context)
      );
    },
    exchange: (row, context) => takesPart(row, me(context)),
    pulseCheckIn: (row, context) => row.memberId === me(context),
  };
  const node = (id: string, context: NaiveContext) => {
    const [type, table] = TABLES[id.slice(0, 3) as keyof typeof TABLES] ?? [];
    const row = table && find(table, id, context);
    return row && sees[table](row, context) ? { ...row, type } : null;
  };

  const offers = (rows: readonly Row[], filter: Row | null | undefined, context: NaiveContext) =>
    rows.filter(
      (row) =>
        (!filter?.kind || row.kinds.includes(filter.kind)) &&
        (!filter?.communityId || row.communityId === filter.communityId) &&
        (!filter?.openOnly || supportOfferState(timed(row), context.now) === "OPEN"),
    );
  const standing = (rows: readonly Row[], states: readonly string[] | null | undefined, context: NaiveContext) =>
    states ? rows.filter((row) => states.includes(exchangeState(timed(row), context.now))) : rows;
  const own =
    (name: string): Resolver =>
    (row, _args, context) =>
      context.viewer.kind === "SERVER" || row.id === me(context) ? row[name] : null;
  const ownPage =
    (table: keyof Data, column: string, key = byId): Resolver =>
    (row, args, context) =>
      cutPage(
        ours(table, context).filter((one) => one[column] === row.id),
        args,
        key,
      );

  /** Root fields: what is refused, then `read`, then the answer. */
  const root: Record<string, (args: any, context: NaiveContext, read: () => void) => unknown> = {
    node: ({ id }, context, read) => {
      if (!isKnown(id)) throw fault("NOT_FOUND");
      read();
      const found = node(id, context);
      if (!found) throw fault("NOT_FOUND");
      return found;
    },
    nodes: ({ ids }: { ids: string[] }, context, read) => {
      if (ids.length > 100) throw fault("BAD_INPUT");
      if (ids.some(isKnown)) read();
      return ids.map((id) => (isKnown(id) ? node(id, context) : null));
    },
    viewer: (_args, context, read) => {
      if (context.viewer.kind !== "MEMBER") return null;
      read();
      return find("member", context.viewer.memberId, context);
    },
    partner: (_args, context, read) => {
      read();
      return ours("partner", context)[0];
    },
    member: ({ externalId }, context, read) => {
      if (context.viewer.kind !== "SERVER") throw fault("FORBIDDEN");
      read();
      const found = ours("member", context).find((row) => row.externalId === externalId);
      if (!found) throw fault("NOT_FOUND");
      return found;
    },
    communities: (args: PageArguments, context, read) => {
      read();
      return cutPage(
        ours("community", context).filter((row) => sees.community(row, context)),
        args,
        byId,
      );
    },
    supportOffers: (args, context, read) => {
      read();
      const around = ours("supportOffer", context).filter(
        (row) =>
          (row.communityId === null || isActiveIn(row.communityId, me(context), context)) &&
          sees.supportOffer(row, context),
      );
      return cutPage(offers(around, args.filter, context), args, byId);
    },
    pulseTrend: ({ days }, context, read) => {
      if (days < 7 || days > 366) throw fault("BAD_INPUT");
      if (context.viewer.kind !== "MEMBER") return null;
      read();
      const timeZone = context.viewer.timeZone ?? "UTC";
      const to = localDay(context.now, timeZone);
      const checkIns = ours("pulseCheckIn", context)
        .filter((row) => row.memberId === me(context))
        .map((row) => ({ ...row, recordedAt: new Date(row.recordedAt) }));
      return pulseTrend(lastOfEachDay(checkIns as any), { from: addDays(to, 1 - days), to, timeZone });
    },
  };

  const fields: Record<string, Record<string, Resolver>> = {
    Partner: { id: (row) => row.partnerId },
    Viewer: {
      member: (row) => row,
      memberships: (row, args, context) =>
        cutPage(
          ours("membership", context).filter((one) => one.memberId === row.id && one.state === "ACTIVE"),
          args,
          (one) => [one.communityId],
        ),
      supportOffers: ownPage("supportOffer", "authorId"),
      exchanges: (row, args, context) =>
        cutPage(
          standing(
            ours("exchange", context).filter((one) => takesPart(one, row.id)),
            args.states,
            context,
          ),
          args,
          byId,
        ),
      pulseCheckIns: ownPage("pulseCheckIn", "memberId", (row) => [row.feltAt, row.id]),
    },
    Member: Object.fromEntries(
      ["externalId", "ageBand", "roles", "languages", "timeZone", "state"].map((name) => [name, own(name)]),
    ),
    Membership: {
      community: (row, _args, context) => find("community", row.communityId, context),
      member: (row, _args, context) => find("member", row.memberId, context),
    },
    Community: {
      viewerMembership: (row, _args, context) => membership(row.id, me(context), context),
      supportOffers: (row, args, context) => {
        const here = ours("supportOffer", context).filter(
          (one) => one.communityId === row.id && isActiveIn(row.id, me(context), context),
        );
        return cutPage(
          offers(
            here.filter((one) => sees.supportOffer(one, context)),
            args.filter,
            context,
          ),
          args,
          byId,
        );
      },
    },
    SupportOffer: {
      seatsLeft: (row) => row.capacity - row.acceptedCount,
      state: (row, _args, { now }) => supportOfferState(timed(row), now),
      author: (row, _args, context) => find("member", row.authorId, context),
      community: (row, _args, context) => find("community", row.communityId, context),
      viewerCan: (row, _args, context) => {
        const viewer = me(context) && find("member", me(context)!, context);
        if (!viewer) return [];
        const openExchange = ours("exchange", context).find(
          (one) =>
            one.offerId === row.id && one.recipientId === viewer.id && ["PROPOSED", "ACCEPTED"].includes(one.state),
        );
        const author: any = find("member", row.authorId, context);
        return supportOfferActions({
          offer: timed(row),
          author,
          viewer: viewer as any,
          openExchange: openExchange ? timed(openExchange) : null,
          now: context.now,
        });
      },
      viewerExchange: (row, _args, context) =>
        ours("exchange", context).find(
          (one) =>
            one.offerId === row.id &&
            one.recipientId === me(context) &&
            ["PROPOSED", "ACCEPTED"].includes(exchangeState(timed(one), context.now)),
        ),
      exchanges: (row, args, context) =>
        cutPage(
          standing(
            ours("exchange", context).filter((one) => one.offerId === row.id && takesPart(one, me(context))),
            args.states,
            context,
          ),
          args,
          byId,
        ),
    },
    Exchange: {
      state: (row, _args, { now }) => exchangeState(timed(row), now),
      supporter: (row, _args, context) => find("member", row.supporterId, context),
      recipient: (row, _args, context) => find("member", row.recipientId, context),
      supportOffer: (row, _args, context) => find("supportOffer", row.offerId, context),
      viewerRole: (row, _args, context) => (row.supporterId === me(context) ? "SUPPORTER" : "RECIPIENT"),
      viewerCan: (row, _args, context) => {
        const memberId = me(context);
        return memberId === null ? [] : exchangeActions(timed(row), memberId, context.now);
      },
    },
  };

  const schema = buildSchema(sdl);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: Row) => row.type;
    if (!isObjectType(type)) continue;
    for (const [name, resolve] of Object.entries(fields[type.name] ?? {})) type.getFields()[name]!.resolve = resolve;
  }
  for (const [name, resolve] of Object.entries(root)) {
    // Asynchronous as the gateway's are, so that all root fields start before one of them can fail the whole answer.
    schema.getQueryType()!.getFields()[name]!.resolve = async (_source, args, context: NaiveContext, info) =>
      resolve(args, context, () => {
        checkArguments(info, args);
        context.read();
      });
  }
  return schema;
}

const isKnown = (id: string): boolean =>
  new RegExp(`^(${Object.keys(TABLES).join("|")})_[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$`).test(id);
