import type { TagName } from "../../tag-names.js";
import type { Asked, StandInAnswer } from "../testing-stand-in.js";

/** What leads to a state, by selectors that hold in every language: a press on one, or words into one. */
export type Step = string | { readonly fill: string; readonly with: string };

/** One state of an element, as a page reaches it. */
export interface GalleryState {
  readonly name: string;
  /** Who the page's own server says is there; a member unless said. `FAILED`: it gives no answer. */
  readonly session?: "SIGNED_IN" | "SIGNED_OUT" | "WAITING" | "FAILED";
  /** What the gateway answers, by operation; UNAVAILABLE where nothing is said. */
  readonly answers?: Readonly<Record<string, (asked: Asked) => StandInAnswer | Promise<StandInAnswer>>>;
  readonly reach?: readonly Step[];
  /** What is there, and can be seen, once the state is reached. */
  readonly shows: string;
}

/** An element's `testing-states.ts`. */
export interface ElementStates {
  readonly element: TagName;
  readonly markup: string;
  readonly states: readonly GalleryState[];
}

/** An answer that never comes. */
export const never = (): Promise<StandInAnswer> => new Promise(() => {});

/** A network that is down. */
export const cutOff = (): StandInAnswer => "CUT_OFF";

export const refused = (code: string, reason?: string) => (): StandInAnswer => ({
  refusal: { code, ...(reason && { reason }) },
});
