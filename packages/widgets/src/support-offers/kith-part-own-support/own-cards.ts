import type { Exchange, SupportOffer } from "@kith/sdk";
import { html } from "lit";
import { OFFER_ACTIONS } from "./actions.js";
import type { OwnCard } from "./own-card.js";
import type { OwnSupportStrings } from "./strings.en.js";

/** An exchange as its reader's side sees it. */
export function exchangeCard(
  strings: OwnSupportStrings,
  exchange: Exchange,
  dayName: (day: string) => string,
): OwnCard {
  const { id, supportOffer, viewerCan } = exchange;
  return {
    id,
    title: begun(exchange, titleOf(strings, exchange)),
    about: html`<p>${strings.about} <bdi lang="">${supportOffer.title}</bdi></p>`,
    kinds: supportOffer.kinds,
    words: standingOf(strings, exchange, dayName),
    next: begun(exchange, nextOf(strings, exchange)),
    other: nameOf(strings, exchange),
    can: viewerCan,
  };
}

/** An offer as its author sees it. */
export function offerCard(strings: OwnSupportStrings, offer: SupportOffer): OwnCard {
  const { id, title, kinds, state, capacity, seatsLeft, viewerCan } = offer;
  const places = strings.places(capacity - seatsLeft, capacity);
  return {
    id,
    title: html`<bdi lang="">${title}</bdi>`,
    about: null,
    kinds,
    words: [
      strings.state[state],
      state === "CLOSED" ? "" : places,
      offer.community ? strings.in(offer.community.name) : "",
    ]
      .filter(Boolean)
      .join(" "),
    next: null,
    other: "",
    can: OFFER_ACTIONS.filter((action) => viewerCan.includes(action)),
  };
}

function titleOf(strings: OwnSupportStrings, exchange: Exchange): string {
  const { state, viewerRole, proposedBy } = exchange;
  const name = nameOf(strings, exchange);
  if (state === "ACCEPTED" || state === "COMPLETED" || state === "ENDED_EARLY") return strings.together(name);
  if (viewerRole === proposedBy) return viewerRole === "RECIPIENT" ? strings.youAsked(name) : strings.youOffered(name);
  if (state === "PROPOSED") return viewerRole === "SUPPORTER" ? strings.asksYou(name) : strings.offersYou(name);
  return viewerRole === "SUPPORTER" ? strings.askedYou(name) : strings.offeredYou(name);
}

function standingOf(strings: OwnSupportStrings, exchange: Exchange, dayName: (day: string) => string): string {
  const { state, viewerCan, proposedAt, acceptedAt, expiresAt, closedAt } = exchange;
  switch (state) {
    case "PROPOSED":
      return viewerCan.includes("ACCEPT") ? strings.answerBy(dayName(expiresAt)) : strings.waiting(dayName(expiresAt));
    case "ACCEPTED":
      return strings.accepted(dayName(acceptedAt ?? proposedAt));
    case "EXPIRED":
      return strings.closed.EXPIRED(dayName(expiresAt));
    case "COMPLETED":
    case "DECLINED":
    case "WITHDRAWN":
    case "ENDED_EARLY":
      return strings.closed[state](dayName(closedAt ?? proposedAt));
    default:
      return state satisfies never;
  }
}

/** Whoever has no name is `someone here`, also where a sentence begins. A name stays as its owner writes it. */
function begun<Words extends string | null>({ viewerRole, supporter, recipient }: Exchange, words: Words): Words {
  if (!words || (viewerRole === "SUPPORTER" ? recipient : supporter).displayName != null) return words;
  return (words.charAt(0).toUpperCase() + words.slice(1)) as Words;
}

function nameOf(strings: OwnSupportStrings, { viewerRole, supporter, recipient }: Exchange): string {
  return (viewerRole === "SUPPORTER" ? recipient : supporter).displayName ?? strings.someone;
}

/** What each of the steps open now leads to, and what the other side sees of it. */
function nextOf(strings: OwnSupportStrings, exchange: Exchange): string | null {
  const { viewerCan, viewerRole } = exchange;
  const { next } = strings;
  const name = nameOf(strings, exchange);
  if (viewerCan.includes("ACCEPT")) return viewerRole === "SUPPORTER" ? next.ANSWER_AND_GIVE(name) : next.ANSWER(name);
  if (viewerCan.includes("WITHDRAW")) return next.ASKED(name);
  return viewerCan.includes("END") ? next.TOGETHER(name) : null;
}
