import { type ExchangeChange, exchangeAccess } from "@kith/core/support-offers";
import type { MemberId, Refusal } from "@kith/core/values";
import type { GraphQLResolveInfo } from "graphql";
import type { Transaction } from "kysely";
import type { Tables } from "../../platform/database/tables.js";
import type { Context } from "../../platform/graphql/context.js";
import { memberOf } from "../../platform/writing/callers.js";
import { foundAt, idAt, settle } from "../../platform/writing/settle.js";
import { write } from "../../platform/writing/write.js";
import { changeExchange, type ExchangeRow, lockExchange } from "./exchange.store.js";
import { addToAcceptedCount, lockSupportOfferOf, type SupportOfferRow } from "./support-offer.store.js";

type Decided = ExchangeChange | Refusal;
type Rule = (
  exchange: ExchangeRow,
  offer: SupportOfferRow,
  by: { readonly memberId: MemberId; readonly now: Date },
  trx: Transaction<Tables>,
) => Decided | Promise<Decided>;

/** What one side does with an exchange: offer and exchange locked in this order, judged by the rule, changed as it says. */
export function changeOwnExchange(
  context: Context,
  info: GraphQLResolveInfo,
  input: { readonly exchangeId: string },
  event: string,
  rule: Rule,
) {
  const viewer = memberOf(context);
  const { partnerId, memberId } = viewer;
  const id = idAt("exc", input.exchangeId, "input.exchangeId");
  return write(context, info, input, async (w) => {
    const offer = foundAt(await lockSupportOfferOf(w.trx, partnerId, id), "input.exchangeId");
    const exchange = foundAt(await lockExchange(w.trx, partnerId, id), "input.exchangeId");
    foundAt(exchangeAccess(exchange, viewer), "input.exchangeId");
    const change = settle(await rule(exchange, offer, { memberId, now: w.now }, w.trx));
    const { acceptedCountChange, ...standing } = change;
    await changeExchange(w.trx, exchange, standing);
    if (acceptedCountChange !== 0) await addToAcceptedCount(w.trx, offer, acceptedCountChange);
    w.happened(event, id);
    return { exchangeId: id };
  });
}
