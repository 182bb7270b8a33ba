import { array, type GenericSchema, maxLength, nullable, pipe, rawTransform, string, transform } from "valibot";
import { type InputReason, reasonOr } from "./input-reason.js";

/** Something a reader would see: not white space, not control or format characters, not a filler. */
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
const SURROGATE = /\p{Cs}/u;
const NOT_IN_A_LINE = /[\p{Cc}\u2028\u2029]/u;
const NOT_IN_A_PASSAGE = /[^\P{Cc}\n\t]/u;
const LINE_BREAK = /\r\n?|[\u2028\u2029]/g;
/** Composing shortens text at most this much, so what is longer need not be composed to be refused. */
const MOST_CODE_UNITS_A_CHARACTER = 6;

/** What a text may be. */
export interface TextRule {
  /** Fewest and most characters, counted as Unicode code points after trimming and composing. */
  readonly least: 0 | 1;
  readonly most: number;
  /** Whether line breaks and tabs may stand in it. */
  readonly breaks: boolean;
}

/**
 * Text as it is kept: trimmed, composed (NFC), line breaks as `\n`. Doing it twice changes nothing. Or the reason why
 * it is not taken. Direction marks, joiners and emoji stay as they are.
 */
export function tidyText(text: string, { least, most, breaks }: TextRule): { text: string } | { reason: InputReason } {
  const trimmed = (breaks ? text.replaceAll(LINE_BREAK, "\n") : text).trim();
  if (trimmed.length > most * MOST_CODE_UNITS_A_CHARACTER) return { reason: "TOO_LONG" };
  if (SURROGATE.test(trimmed)) return { reason: "BROKEN_TEXT" };
  if ((breaks ? NOT_IN_A_PASSAGE : NOT_IN_A_LINE).test(trimmed)) return { reason: "CONTROL_CHARACTER" };
  if (!VISIBLE.test(trimmed)) return least === 0 ? { text: "" } : { reason: "EMPTY" };
  const tidy = trimmed.normalize("NFC");
  return codePoints(tidy) > most ? { reason: "TOO_LONG" } : { text: tidy };
}

/** How many Unicode code points the text has: an emoji is one or a few, never halves. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

const tidy = (rule: TextRule) =>
  rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
    const result = tidyText(dataset.value, rule);
    if ("text" in result) return result.text;
    addIssue({ message: result.reason });
    return NEVER;
  });

/** One line of 1 to `most` characters that a reader can see. */
export const line = (most: number) => pipe(string(reasonOr("WRONG_TYPE")), tidy({ least: 1, most, breaks: false }));

/** Up to `most` characters with line breaks; null and nothing to see become null. */
export const passage = (most: number) =>
  nullable(
    pipe(
      string("WRONG_TYPE"),
      tidy({ least: 0, most, breaks: true }),
      transform((text) => text || null),
    ),
  );

/** At most `most` items, each only once: a repeated one is dropped. Null becomes an empty list. */
export const setOf = <const Schema extends GenericSchema<string, string>>(item: Schema, most: number) =>
  pipe(
    nullable(array(item, "WRONG_TYPE"), []),
    maxLength(most, "TOO_MANY"),
    transform((items) => [...new Set(items)]),
  );

/** What an offer or a community is about: at most 10 topics of 1 to 40 characters. */
export const topics = () => setOf(line(40), 10);

/** An id as the caller wrote it: what it names, if anything, is asked later, since a wrong one is `NOT_FOUND`. */
export const idText = () => string(reasonOr("WRONG_TYPE"));
