import type { TagName } from "../tag-names.js";

/** The code of each element, fetched when it is needed. */
export const elements = {
  "kith-session": async () => (await import("../platform/kith-session/session-entry.js")).KithSession,
  "kith-check-in": async () => (await import("../check-ins/kith-check-in/kith-check-in.js")).KithCheckIn,
  "kith-support-board": async () =>
    (await import("../support-offers/kith-support-board/kith-support-board.js")).KithSupportBoard,
  "kith-exchanges": async () => (await import("../support-offers/kith-exchanges/kith-exchanges.js")).KithExchanges,
  "kith-crisis-help": async () => (await import("../safety/kith-crisis-help/kith-crisis-help.js")).KithCrisisHelp,
} as const satisfies Record<TagName, () => Promise<CustomElementConstructor>>;

/** Fetches and registers one element; one that the page already has stays as it is. */
export async function defineElement(tag: TagName): Promise<void> {
  if (customElements.get(tag)) return;
  const constructor = await elements[tag]();
  // Asked again: two copies of this script may have come this far at the same time.
  if (!customElements.get(tag)) customElements.define(tag, constructor);
}
