import {
  type ExchangeAction,
  type ExchangeRole,
  type ExchangeState,
  exchangeTransitions,
} from "@kith/core/support-offers";
import { type Expression, type SqlBool, sql } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import { type At, extend, is, one, pages, type Row, type Selection, select } from "../../platform/reading/selection.js";
import { member, viewer } from "../members/index.js";
import { Exchange, type ExchangesArgs, SupportOfferExchanges, ViewerExchanges } from "./exchange.type.js";
import { supportOffer } from "./support-offer.selection.js";

type ExchangeRow = Tables["exchange"];
type Here = Pick<At, "viewer" | "from" | "now">;

/** A proposal past its time reads as lapsed, whether or not anything has settled it yet. */
const stateNow = (exchange: Row<ExchangeRow>, { now }: Here): Expression<ExchangeState> =>
  sql`case when ${exchange("state")} = 'PROPOSED' and ${exchange("expiresAt")} <= ${now} then 'EXPIRED' else ${exchange("state")} end`;

const viewerRole = (exchange: Row<ExchangeRow>, { viewer }: Here): Expression<ExchangeRole> =>
  sql`case when ${exchange("supporterId")} = ${viewer.id} then 'SUPPORTER' else 'RECIPIENT' end`;

/** Core's table of transitions, asked in SQL. */
function viewerCan(exchange: Row<ExchangeRow>, at: Here): Expression<ExchangeAction[]> {
  const proposer = sql<SqlBool>`${viewerRole(exchange, at)} = ${exchange("proposedBy")}`;
  const byWhom = { PROPOSER: proposer, COUNTERPART: sql<SqlBool>`not (${proposer})`, EITHER: sql<SqlBool>`true` };
  const state = stateNow(exchange, at);
  const actions = exchangeTransitions.flatMap((transition) =>
    transition.by === "TIME"
      ? []
      : [
          sql`case when ${state} = ${sql.lit(transition.from)} and ${byWhom[transition.by]} then ${sql.lit(transition.action)} end`,
        ],
  );
  return sql`array_remove(array[${sql.join(actions)}], null)`;
}

/** Its two members. */
export const exchange: Selection<ExchangeRow, Exchange> = select(Exchange, "exchange", {
  prefix: "exc",
  visible: (row, { viewer }) =>
    viewer.kind === "MEMBER"
      ? is.or([is(row("supporterId"), "=", viewer.id), is(row("recipientId"), "=", viewer.id)])
      : is.lit(false),
  fields: {
    id: "id",
    state: stateNow,
    supporter: one(() => member, { id: "supporterId" }, { seenWithParent: true }),
    recipient: one(() => member, { id: "recipientId" }, { seenWithParent: true }),
    proposedBy: "proposedBy",
    supportOffer: one(() => supportOffer, { id: "offerId" }, { seenWithParent: true }),
    viewerRole,
    viewerCan,
    proposedAt: "proposedAt",
    expiresAt: "expiresAt",
    acceptedAt: "acceptedAt",
    closedAt: "closedAt",
  },
});

const standing = (row: Row<ExchangeRow>, at: At<ExchangesArgs>): Expression<SqlBool>[] => {
  const states = at.args.states as Expression<unknown> | undefined;
  return states ? [sql<SqlBool>`${stateNow(row, at)} = any(${states}::text[])`] : [];
};

const takesPart = (row: Row<ExchangeRow>, { viewer, from }: Here): Expression<SqlBool> =>
  is.exists(from("exchangeParticipant as p").where("p.memberId", "=", viewer.id).where("p.exchangeId", "=", row("id")));

export const supportOfferExchanges = extend(supportOffer, SupportOfferExchanges, {
  viewerExchange: one(
    () => exchange,
    { offerId: "id" },
    {
      // whoever is its recipient sees it
      seenWithParent: true,
      where: (row, { viewer, now }) =>
        is.and([
          is(row("recipientId"), "=", viewer.id),
          sql<SqlBool>`(${row("state")} = 'ACCEPTED' or (${row("state")} = 'PROPOSED' and ${row("expiresAt")} > ${now}))`,
        ]),
    },
  ),
  exchanges: pages(
    () => exchange,
    { offerId: "id" },
    { id: "text" },
    {
      where: (row, at: At<ExchangesArgs>) => is.and(standing(row, at)),
    },
  ),
});

export const viewerExchanges = extend(viewer, ViewerExchanges, {
  exchanges: pages(
    () => exchange,
    {},
    { id: "text" },
    {
      seenWithParent: true,
      where: (row, at: At<ExchangesArgs>) => is.and([takesPart(row, at), ...standing(row, at)]),
    },
  ),
});
