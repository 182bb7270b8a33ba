import type { Translated } from "../../platform/words/catalogue.js";

/** What the form says with which a member offers support. */
export const strings = {
  intro: "Small is fine. You decide how much, and you can pause or close it whenever you like.",
  kinds: "What could you give?",
  kindHints: {
    EMOTIONAL: "Hear someone out, be there",
    INFORMATIONAL: "Share what you have learned",
    INSTRUMENTAL: "Forms, errands, small tasks",
    COMPANIONSHIP: "Spend time together",
  },
  name: "In a few words",
  nameHint: "For example: I can listen on weekday evenings",
  description: "A little more, if you like",
  ways: "How could people reach you?",
  way: { MESSAGE: "By message", CALL: "By call" },
  languages: "In which languages?",
  capacity: "For how many people at once?",
  capacityHint: "1 to 20. One is plenty.",
  community: "Who can see it?",
  everyone: "Everyone here",
  readers: (community: string | null) =>
    `${community ? `Members of ${community}` : "People who are members here"} can read this with your name from the moment you open it.`,
  send: "Open this offer",
  sending: "Opening",
  save: "Save changes",
  saving: "Saving",
  cancel: "Not now",
  safe: "What you wrote is still here.",
  mend: "Something here needs another look.",
  faults: {
    chooseOne: "Choose at least one.",
    empty: "Write a few words here.",
    tooLong: (most: number) => `This is too long: ${most} characters at most.`,
    capacity: "Give a whole number from 1 to 20.",
    belowAccepted: "It cannot be fewer than are going on now.",
    other: "This cannot be taken as it is.",
  },
};

export type OfferFormStrings = Translated<typeof strings>;
