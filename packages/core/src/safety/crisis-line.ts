/** Whom a line is for. */
export const CrisisAudience = {
  EVERYONE: "EVERYONE",
  CHILDREN: "CHILDREN",
  YOUNG_PEOPLE: "YOUNG_PEOPLE",
  AGE_5_TO_25: "AGE_5_TO_25",
  UNDER_18: "UNDER_18",
  UP_TO_26: "UP_TO_26",
  UNDER_35: "UNDER_35",
  LGBTQ_YOUNG_PEOPLE: "LGBTQ_YOUNG_PEOPLE",
  VETERANS: "VETERANS",
  FIRST_NATIONS_AU: "FIRST_NATIONS_AU",
} as const;
export type CrisisAudience = (typeof CrisisAudience)[keyof typeof CrisisAudience];

/** A number to call. */
export interface CrisisPhone {
  /** As people write it. */
  readonly number: string;
  /** As a telephone dials it: digits, with `+`, `*` or `#` where they belong. */
  readonly dial: string;
  /** What to press once connected. */
  readonly thenPress?: string;
  /** The languages of this number, where the line's numbers differ; BCP 47. */
  readonly languages?: readonly string[];
  /** The area from which it can be called, by its own name; the whole country unless said. */
  readonly area?: string;
  readonly landlineOnly?: boolean;
}

/** A number to send a message to. */
export interface CrisisText {
  readonly number: string;
  readonly dial: string;
  /** The word to send; anything will do unless said. */
  readonly word?: string;
}

/** A line for people in a crisis, with what is known about how it was found. */
export interface CrisisLine {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly name: string;
  readonly phones?: readonly CrisisPhone[];
  readonly text?: CrisisText;
  readonly url?: string;
  /** Day and night, every day. Not said where that is not known: most lines without it are open at some hours. */
  readonly alwaysOpen?: boolean;
  /** BCP 47; empty or absent where it is not known. */
  readonly languages?: readonly string[];
  readonly audience: CrisisAudience;
  /** How many sources that did not copy one another name it. */
  readonly independentSources: number;
  /** Sources contradict one another, or it may be out of date. */
  readonly doubt: boolean;
  /** The day someone asked the line itself, `YYYY-MM-DD`; null if nobody has. */
  readonly checkedOn: string | null;
}
