import type { Translated } from "../../platform/words/catalogue.js";
import { plural } from "../../platform/words/plural.js";

/** What a member's own side of the board says. `name` is null where the other person has none. */
export const strings = {
  title: "Between you and others",
  forYou: "Waiting for your answer",
  going: "Going on",
  forOthers: "Waiting for someone else",
  offers: "What you offer",
  earlier: "Earlier",
  noneEarlier: "Nothing earlier.",
  empty: "Nothing of yours here yet.",
  emptyNext: "When you ask someone, or offer support, it shows here.",
  noExchanges: "Nothing between you and others yet.",
  noExchangesNext: "When you ask for an offer, or someone asks for yours, it shows here with what you can do.",
  someone: "someone here",
  asksYou: (name: string) => `${name} asks for your support`,
  offersYou: (name: string) => `${name} offers you support`,
  askedYou: (name: string) => `${name} asked for your support`,
  offeredYou: (name: string) => `${name} offered you support`,
  youAsked: (name: string) => `You asked ${name}`,
  youOffered: (name: string) => `You offered ${name} support`,
  together: (name: string) => `You and ${name}`,
  about: "About:",
  answerBy: (day: string) => `You can answer until ${day}. Yes and no are both fine.`,
  waiting: (day: string) => `No answer yet. It lapses by itself after ${day}.`,
  accepted: (day: string) => `Since ${day}. Either of you can end this at any time, no reason needed.`,
  closed: {
    COMPLETED: (day: string) => `Completed on ${day}.`,
    DECLINED: (day: string) => `The answer on ${day} was “not now”.`,
    WITHDRAWN: (day: string) => `Taken back on ${day}.`,
    EXPIRED: (day: string) => `No answer came until ${day}. That says nothing about you.`,
    ENDED_EARLY: (day: string) => `Ended on ${day}.`,
  },
  next: {
    ANSWER_AND_GIVE: (name: string) =>
      `If you accept, ${name} sees it at once and one place of your offer is taken. Otherwise ${name} sees “not now”, and no reason.`,
    ANSWER: (name: string) =>
      `If you accept, ${name} sees it at once. Otherwise ${name} sees “not now”, and no reason.`,
    ASKED: (name: string) => `${name} can see this and answer. If you take it back, ${name} sees that too.`,
    TOGETHER: (name: string) =>
      `${name} sees this too. There are no messages here yet: the people who run this site can put the two of you in touch.`,
  },
  does: {
    ACCEPT: "Accept",
    DECLINE: "Not now",
    WITHDRAW: "Take back",
    COMPLETE: "We are done",
    END: "End this",
    EDIT: "Change",
    PAUSE: "Pause",
    RESUME: "Resume",
    CLOSE: "Close for good",
  },
  sure: {
    COMPLETE: (name: string) => `Mark this as done, for both of you? ${name} will see that it is done.`,
    END: (name: string) =>
      `End this, for both of you? ${name} will see that it ended. No reason is needed or asked for.`,
    CLOSE: "Close this offer for good? What is going on stays as it is.",
  },
  keep: "Leave it as it is",
  done: {
    ACCEPT: "Accepted.",
    DECLINE: "Answered: not now.",
    WITHDRAW: "Taken back.",
    COMPLETE: "Done.",
    END: "Ended.",
    PAUSE: "Paused. Nobody new can ask.",
    RESUME: "Open again.",
    CLOSE: "Closed.",
  },
  fresh: "Something here has changed.",
  freshLater: "Something here has changed. You will see it when you move on.",
  working: "One moment",
  state: {
    OPEN: "Open: people can ask.",
    PAUSED: "Paused: nobody new can ask.",
    CLOSED: "Closed.",
    EXPIRED: "Its last day is over.",
  },
  in: (community: string) => `In ${community}.`,
  places: (taken: number, capacity: number) =>
    `${taken} of ${plural("en", capacity, { one: "1 place", other: `${capacity} places` })} taken.`,
  noSeats: "Every place of this offer is taken.",
  noSeatsNext: "When something that is going on ends, you can accept this.",
  staffDecides: "Here, the staff bring people together.",
  staffDecidesNext: "They see who asked and will answer.",
  more: "Show more",
};

export type OwnSupportStrings = Translated<typeof strings>;
