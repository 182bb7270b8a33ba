import { defineElement } from "./loader/elements.js";
import { TAG_NAMES, type TagName } from "./tag-names.js";

export type { KithCheckInKeptEvent, KithCheckInRecordedEvent } from "./check-ins/kith-check-in/kith-check-in.events.js";
export type { KithCheckIn } from "./check-ins/kith-check-in/kith-check-in.js";
export type { KithSignedOutEvent, SignedOutReason } from "./platform/kith-session/kith-session.events.js";
export type { KithSession } from "./platform/kith-session/kith-session.js";
export type { KithCrisisHelp } from "./safety/kith-crisis-help/kith-crisis-help.js";
export type { KithExchanges } from "./support-offers/kith-exchanges/kith-exchanges.js";
export type {
  ExchangeChange,
  KithExchangeChangedEvent,
  KithSupportOfferCreatedEvent,
} from "./support-offers/kith-support-board/kith-support-board.events.js";
export type { KithSupportBoard } from "./support-offers/kith-support-board/kith-support-board.js";
export { TAG_NAMES, type TagName } from "./tag-names.js";

/** Registers the elements named, all unless said. On a server, where there are none, it does nothing. */
export async function defineKithElements(tags: readonly TagName[] = TAG_NAMES): Promise<void> {
  if (typeof customElements === "undefined") return;
  await Promise.all(tags.map(defineElement));
}
