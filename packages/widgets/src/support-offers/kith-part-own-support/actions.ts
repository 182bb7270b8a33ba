import {
  AcceptExchangeDocument,
  CloseSupportOfferDocument,
  CompleteExchangeDocument,
  DeclineExchangeDocument,
  EndExchangeDocument,
  type Exchange,
  type ExchangeAction,
  PauseSupportOfferDocument,
  type Request,
  ResumeSupportOfferDocument,
  type SupportOfferAction,
  WithdrawExchangeDocument,
} from "@kith/sdk";

/** What a member may do with an offer of their own, as far as the board has a button for it. */
export type OfferAction = Extract<SupportOfferAction, "EDIT" | "PAUSE" | "RESUME" | "CLOSE">;
export type Action = ExchangeAction | OfferAction;

/** The board's actions on an own offer, in the order their buttons stand. */
export const OFFER_ACTIONS = ["EDIT", "PAUSE", "RESUME", "CLOSE"] as const satisfies readonly OfferAction[];

/** Those that cannot be undone, and so are asked about once more. */
export const FINAL_ACTIONS = ["COMPLETE", "END", "CLOSE"] as const satisfies readonly Action[];
export type FinalAction = (typeof FINAL_ACTIONS)[number];

export function isFinal(action: Action): action is FinalAction {
  return FINAL_ACTIONS.some((final) => final === action);
}

/** Does it; gives the exchange as it then stands, or null where an offer changed. */
export async function act(request: Request, action: Exclude<Action, "EDIT">, id: string): Promise<Exchange | null> {
  const exchange = { input: { exchangeId: id } };
  const offer = { input: { supportOfferId: id } };
  switch (action) {
    case "ACCEPT":
      return (await request(AcceptExchangeDocument, exchange)).acceptExchange.exchange;
    case "DECLINE":
      return (await request(DeclineExchangeDocument, exchange)).declineExchange.exchange;
    case "WITHDRAW":
      return (await request(WithdrawExchangeDocument, exchange)).withdrawExchange.exchange;
    case "COMPLETE":
      return (await request(CompleteExchangeDocument, exchange)).completeExchange.exchange;
    case "END":
      return (await request(EndExchangeDocument, exchange)).endExchange.exchange;
    case "PAUSE":
      await request(PauseSupportOfferDocument, offer);
      return null;
    case "RESUME":
      await request(ResumeSupportOfferDocument, offer);
      return null;
    case "CLOSE":
      await request(CloseSupportOfferDocument, offer);
      return null;
    default:
      return action satisfies never;
  }
}
