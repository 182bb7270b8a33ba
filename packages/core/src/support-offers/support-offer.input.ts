import { date, type InferOutput, nullable, nullish, object, optional } from "valibot";
import {
  idText,
  languageTags,
  line,
  passage,
  reasonOr,
  SUPPORT_KINDS,
  someOf,
  topics,
  WAYS_TO_MEET,
  WayToMeet,
  wholeNumber,
} from "../values/index.js";

/** Most exchanges at once that one person may offer. */
const MOST_AT_ONCE = 20;

const notAnInput = reasonOr("WRONG_TYPE");
const kinds = someOf(SUPPORT_KINDS, 1);
const title = line(120);
const description = passage(2000);
const waysToMeet = someOf(WAYS_TO_MEET, 1);
const capacity = wholeNumber(1, MOST_AT_ONCE);
const expiresAt = nullable(date("NOT_AN_INSTANT"));

/**
 * A new offer. Kinds one to four, each once; title 1 to 120 characters; description at most 2000, nothing to see is
 * null; topics at most 10 of 1 to 40; languages at most 10 BCP 47 tags; ways to meet `MESSAGE` if left out; capacity 1
 * to 20, 1 if left out; `expiresAt` a Date, or null for no end.
 */
export const createSupportOfferInput = object(
  {
    kinds,
    title,
    description: optional(description, null),
    topics: optional(topics(), []),
    languages: optional(languageTags(), []),
    waysToMeet: nullish(waysToMeet, [WayToMeet.MESSAGE]),
    capacity: optional(capacity, 1),
    communityId: nullish(idText(), null),
    expiresAt: optional(expiresAt, null),
  },
  notAnInput,
);
/** What `createSupportOfferInput` gives once it took the input. */
export type CreateSupportOfferInput = InferOutput<typeof createSupportOfferInput>;

/** What changes in an offer: what is left out stays; null clears description, `expiresAt`, topics and languages. */
export const updateSupportOfferInput = object(
  {
    supportOfferId: idText(),
    kinds: optional(kinds),
    title: optional(title),
    description: optional(description),
    topics: optional(topics()),
    languages: optional(languageTags()),
    waysToMeet: optional(waysToMeet),
    capacity: optional(capacity),
    expiresAt: optional(expiresAt),
  },
  notAnInput,
);
/** What `updateSupportOfferInput` gives once it took the input. */
export type UpdateSupportOfferInput = InferOutput<typeof updateSupportOfferInput>;

/** Which offer rests. */
export const pauseSupportOfferInput = object({ supportOfferId: idText() }, notAnInput);
/** What `pauseSupportOfferInput` gives once it took the input. */
export type PauseSupportOfferInput = InferOutput<typeof pauseSupportOfferInput>;

/** Which offer is open again. */
export const resumeSupportOfferInput = object({ supportOfferId: idText() }, notAnInput);
/** What `resumeSupportOfferInput` gives once it took the input. */
export type ResumeSupportOfferInput = InferOutput<typeof resumeSupportOfferInput>;

/** Which offer closes for good. */
export const closeSupportOfferInput = object({ supportOfferId: idText() }, notAnInput);
/** What `closeSupportOfferInput` gives once it took the input. */
export type CloseSupportOfferInput = InferOutput<typeof closeSupportOfferInput>;
