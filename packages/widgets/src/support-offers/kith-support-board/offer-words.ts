import type { SupportOffer } from "@kith/sdk";
import { dayFormat, localeOf } from "../../platform/reading/day-format.js";
import { strings } from "./strings.en.js";

/** The names of languages in the reader's own: "English, Spanish". */
export function languageNames(tags: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  return tags.map((tag) => names.of(tag)).join(", ");
}

/** Who, in which languages, how and for how many: the small print of an offer. */
export function offerWords(offer: SupportOffer, element: Element): string[] {
  const locale = localeOf(element);
  const ways = offer.waysToMeet.map((way) => strings.ways[way]);
  return [
    offer.community && strings.in(offer.community.name),
    languageNames(offer.languages, locale),
    ways.length && strings.by(new Intl.ListFormat(locale, { type: "disjunction" }).format(ways)),
    offer.expiresAt && strings.until(dayFormat(element)(offer.expiresAt)),
    offer.seatsLeft > 0 ? strings.room(offer.seatsLeft) : strings.full,
  ].filter((words) => typeof words === "string" && words !== "") as string[];
}
