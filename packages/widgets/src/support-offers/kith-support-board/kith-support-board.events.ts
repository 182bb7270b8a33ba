import type { ExchangeState } from "@kith/sdk";

/** The member has offered support. */
export class KithSupportOfferCreatedEvent extends CustomEvent<{ readonly id: string }> {
  constructor(detail: { readonly id: string }) {
    super("kith-support-offer-created", { detail, bubbles: true, composed: true });
  }
}

export interface ExchangeChange {
  readonly id: string;
  readonly state: ExchangeState;
  readonly supportOfferId: string;
}

/** The member has asked, answered, taken back, ended or completed. */
export class KithExchangeChangedEvent extends CustomEvent<ExchangeChange> {
  constructor(detail: ExchangeChange) {
    super("kith-exchange-changed", { detail, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "kith-support-offer-created": KithSupportOfferCreatedEvent;
    "kith-exchange-changed": KithExchangeChangedEvent;
  }
}
