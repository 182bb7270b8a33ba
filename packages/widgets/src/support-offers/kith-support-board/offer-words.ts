import type { SupportOffer } from "@kith/sdk";
import { dayFormat } from "../../platform/reading/day-format.js";
import type { Words } from "../../platform/words/words.js";
import { supportBoardWords } from "./words.js";

/** The names of languages in the reader's own: "English, Spanish". */
export function languageNames(tags: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  const all = tags.map((tag) => names.of(tag) ?? tag);
  return new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(all);
}

/** Who, in which languages, how and for how many: the small print of an offer. */
export function offerWords(words: Words, offer: SupportOffer): string[] {
  const strings = words.of(supportBoardWords);
  const { locale } = words;
  const ways = offer.waysToMeet.map((way) => strings.ways[way]);
  return [
    offer.community && strings.in(offer.community.name),
    languageNames(offer.languages, locale),
    ways.length && strings.by(new Intl.ListFormat(locale, { type: "disjunction" }).format(ways)),
    offer.expiresAt && strings.until(dayFormat(locale)(offer.expiresAt)),
    offer.seatsLeft > 0 ? strings.room(offer.seatsLeft) : strings.full,
  ].filter((some) => typeof some === "string" && some !== "") as string[];
}
