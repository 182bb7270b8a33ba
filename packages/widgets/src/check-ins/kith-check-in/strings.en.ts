import type { Translated } from "../../platform/words/catalogue.js";

/** What the check-in says. Answers run from 1 to 5. */
export const strings = {
  title: "How is today?",
  intro: "About 20 seconds. Only you see this. Leave out what you like.",
  questions: {
    mood: "How is your mood?",
    strain: "How heavy does today feel?",
    connectedness: "How close do you feel to other people?",
    hope: "How hopeful do you feel?",
    supportReceived: "Did someone support you today?",
    supportGiven: "Did you support someone today?",
  },
  answers: {
    mood: ["Very low", "Low", "Okay", "Good", "Very good"],
    strain: ["Light", "A little", "Some", "Heavy", "Very heavy"],
    connectedness: ["Far away", "A bit far", "In between", "Close", "Very close"],
    hope: ["Not at all", "A little", "Some", "Quite", "Very"],
  },
  yes: "Yes",
  no: "No",
  clear: "Clear",
  clearLong: (question: string) => `Clear the answer to: ${question}`,
  save: "Save today",
  saving: "Saving",
  skip: "Skip this one",
  safe: "Your answers are still here.",
  hardDay: "That sounds like a lot.",
  hardDayNext: "You can go on, or",
  hardDayAfter: "If you like,",
  hardDayLink: "talk to someone now",
};

export type CheckInStrings = Translated<typeof strings>;
