import type { ExchangeId } from "@kith/core/values";
import { sql } from "kysely";
import type { Changed, Live } from "../../platform/events/live.js";
import { among } from "../../platform/reading/among.js";
import { one, payload } from "../../platform/reading/selection.js";
import { exchange } from "./exchange.selection.js";
import { ExchangeChanged, type ExchangeChangedArgs } from "./exchange-changed.type.js";

export const exchangeChangedPayload = payload<Changed<ExchangeId>>()(ExchangeChanged, {
  cursor: "cursor",
  mayHaveMissed: "mayHaveMissed",
  exchange: one(() => exchange, { id: "objectId" }, { seenWithParent: true }),
});

/** Its two members hear of it. */
export const exchangeChanged: Live<ExchangeChangedArgs> = {
  payload: exchangeChangedPayload,
  object: exchange,
  hears: /^exchange\./,
  touched: ({ from }, happened, members) =>
    from("exchangeParticipant as p")
      .where("p.exchangeId", "=", among(happened.map(({ objectId }) => objectId)))
      .where("p.memberId", "=", among(members))
      .select(["p.exchangeId as causeId", "p.exchangeId as objectId", "p.memberId", sql<null>`null`.as("roomId")]),
};
