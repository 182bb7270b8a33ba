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
    title: titleOf(strings, exchange),
    about: html`<p>${strings.about} <bdi lang="">${supportOffer.title}</bdi></p>`,
    kinds: supportOffer.kinds,
    words: standingOf(strings, exchange, dayName),
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
    can: OFFER_ACTIONS.filter((action) => viewerCan.includes(action)),
  };
}

function titleOf(strings: OwnSupportStrings, exchange: Exchange): string {
  const { state, viewerRole, proposedBy, supporter, recipient } = exchange;
  const name = (viewerRole === "SUPPORTER" ? recipient : supporter).displayName ?? strings.someone;
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
