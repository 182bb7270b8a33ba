import { cutOff, type ElementStates, refused } from "../../testing/gallery/gallery-state.js";
import { aTrend } from "../../testing/testing-data.js";

const SAVED = () => ({ data: { recordPulseCheckIn: { checkIn: { id: "chk_1", day: "2026-11-24" } } } });
const trend = (days: readonly number[]) => () => ({ data: { pulseTrend: aTrend(days) } });
const MONTH = trend([0, 1, 2, 4, 5, 6, 7, 9, 10, 13, 14, 15, 16, 18, 20, 21, 22, 24, 25, 26, 27]);

const MOOD = "label:nth-of-type(4) > [name=mood]";
const WORST = "label:nth-of-type(1) > [name=mood]";
const SAVE = "form .primary";
const SKIP = "form .quiet:not([aria-label])";
const WEEKS = ".after > p > button";

export const states: ElementStates = {
  element: "kith-check-in",
  markup: `<kith-check-in><a href="https://helplines.example/">Harbour Clinic’s own line</a></kith-check-in>`,
  states: [
    { name: "loading", session: "WAITING", shows: "[aria-busy]" },
    { name: "asking", shows: SAVE },
    { name: "a hard day", reach: [WORST, "label:nth-of-type(5) > [name=strain]"], shows: ".note" },
    { name: "nothing answered", reach: [SAVE], shows: ".problem" },
    {
      name: "kept for later",
      answers: { RecordPulseCheckIn: cutOff },
      reach: [MOOD, SAVE],
      shows: ".card > .stack > p > button",
    },
    {
      name: "saving failed",
      answers: { RecordPulseCheckIn: refused("INTERNAL") },
      reach: [MOOD, SAVE],
      shows: ".problem",
    },
    {
      name: "saved",
      answers: { RecordPulseCheckIn: SAVED, PulseTrend: MONTH },
      reach: [MOOD, "label:nth-of-type(2) > [name=strain]", SAVE],
      shows: "kith-part-pulse-trend >> figcaption",
    },
    {
      name: "as a table",
      answers: { PulseTrend: MONTH },
      reach: [WEEKS, "kith-part-pulse-trend >> p > .quiet"],
      shows: "table",
    },
    {
      name: "few days",
      answers: { PulseTrend: trend([20, 21, 25]) },
      reach: [WEEKS],
      shows: "kith-part-pulse-trend >> figcaption",
    },
    { name: "no days", answers: { PulseTrend: trend([]) }, reach: [WEEKS], shows: "kith-part-pulse-trend >> .muted" },
    { name: "weeks failed", answers: { PulseTrend: refused("INTERNAL") }, reach: [WEEKS], shows: ".problem" },
    { name: "skipped", reach: [SKIP], shows: ".card > .stack > p > button" },
    { name: "signed out", session: "SIGNED_OUT", shows: "strong" },
    { name: "no answer from the site", session: "FAILED", shows: ".problem" },
  ],
};
