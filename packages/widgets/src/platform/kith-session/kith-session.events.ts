/** Why nobody is signed in any more: asked for by the page, answered by its server, or refused by Kith. */
export type SignedOutReason = "ASKED" | "NO_TOKEN" | "REFUSED";

/** A member was signed in and is not any more. Bubbles; cannot be cancelled. */
export class KithSignedOutEvent extends CustomEvent<{ readonly reason: SignedOutReason }> {
  constructor(reason: SignedOutReason) {
    super("kith-signed-out", { detail: { reason }, bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    "kith-signed-out": KithSignedOutEvent;
  }
}
