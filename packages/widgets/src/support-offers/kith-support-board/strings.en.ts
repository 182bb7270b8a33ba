import type { Translated } from "../../platform/words/catalogue.js";
import { plural } from "../../platform/words/plural.js";

/** What the board says where offers are read. */
export const strings = {
  title: "Support near you",
  offer: "Offer support",
  views: "Parts of this board",
  browse: "Open offers",
  yours: "Yours",
  waits: (count: number) => plural("en", count, { one: "1 waits for you", other: `${count} wait for you` }),
  filter: "Kind of support",
  all: "All",
  ways: { MESSAGE: "message", CALL: "call", IN_PERSON: "meeting in person", PRACTICAL: "practical help" },
  by: (ways: string) => `by ${ways}`,
  someone: "Someone here",
  in: (community: string) => `in ${community}`,
  until: (day: string) => `until ${day}`,
  room: (people: number) => plural("en", people, { one: "room for 1 person", other: `room for ${people} people` }),
  full: "full for now",
  readOn: "Read on",
  readLess: "Read less",
  ask: (name: string) => `Ask ${name}`,
  askNameless: "Ask for this",
  askAnyway: "You can ask and wait for a place.",
  asking: "Asking",
  asked: (name: string | null) => `You asked ${name ?? "for this"}.`,
  askedNext: "You will find the answer under Yours. If none comes in 14 days, this lapses by itself.",
  together: (name: string | null) => `You and ${name ?? "the person behind this"} said yes. It stands under Yours.`,
  togetherNext: "There are no messages here yet: the people who run this site can put the two of you in touch.",
  waitsForYou: "This waits for your answer, under Yours.",
  takeBack: "Take back",
  takenBack: "Taken back.",
  own: "This one is yours.",
  empty: "Nobody has offered support here yet.",
  emptyNext: "It can start with you: say what you could give, and for how many people.",
  emptyOfKind: (kind: string) => `Nobody offers this kind right now: ${kind}.`,
  emptyOfKindNext: "Look at all kinds, or offer it yourself.",
  showAll: "Show all kinds",
  more: "Show more",
  found: (count: number, more: boolean) =>
    `${plural("en", count, { one: "One offer", other: `${count} offers` })} shown${more ? ", and there are more" : ""}.`,
  fresh: "Something here has changed.",
  freshLater: "Something here has changed. You will see it when you move on.",
  opened: "Your offer is open.",
};

export type SupportBoardStrings = Translated<typeof strings>;
