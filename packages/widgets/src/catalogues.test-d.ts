import { type CheckInStrings, strings as checkIn } from "./check-ins/kith-check-in/strings.en.js";
import type { PulseTrendStrings } from "./check-ins/kith-part-pulse-trend/strings.en.js";
import type { Strings } from "./platform/words/strings.en.js";
import type { OfferFormStrings } from "./support-offers/kith-part-offer-form/strings.en.js";
import type { OwnSupportStrings } from "./support-offers/kith-part-own-support/strings.en.js";
import type { SupportBoardStrings } from "./support-offers/kith-support-board/strings.en.js";

// A translation is another object of the same shape; what it lacks or gets wrong does not compile.
const german: CheckInStrings = { ...checkIn, title: "Wie ist heute?" };
export const withArguments: CheckInStrings = { ...german, clearLong: (question) => `Antwort löschen: ${question}` };

// @ts-expect-error -- words are missing
export const incomplete: CheckInStrings = { title: "Wie ist heute?" };
// @ts-expect-error -- a sentence with a name in it must take the name
export const wrongArgument: Pick<SupportBoardStrings, "ask"> = { ask: (name: number) => String(name) };
// @ts-expect-error -- a nested word is missing
export const nested: Pick<PulseTrendStrings, "names"> = { names: { mood: "Stimmung" } };
// @ts-expect-error -- no such word
export const unknownWord: Partial<Strings> = { good: "gut" };
// @ts-expect-error -- words are text
export const notText: Pick<OfferFormStrings, "send"> = { send: 1 };
export const plural: Pick<OwnSupportStrings, "places"> = { places: (taken, capacity) => `${taken}/${capacity}` };
