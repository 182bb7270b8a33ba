import type { TagName } from "../tag-names.js";

interface Taken {
  /** Attributes with a text. */
  readonly attributes: readonly string[];
  /** What markup cannot say. */
  readonly properties: readonly string[];
  readonly events: readonly (keyof GlobalEventHandlersEventMap)[];
}

const FRAME = ["crisis-url", "exit-url", "theme"] as const;

/** What each element takes and tells: the props of its React component, in camel case, come from this one list. */
export const ELEMENTS = {
  "kith-session": {
    attributes: ["publishable-key", "token-url", "endpoint", "crisis-url", "exit-url"],
    properties: ["getToken"],
    events: ["kith-signed-out"],
  },
  "kith-check-in": {
    attributes: FRAME,
    properties: [],
    events: ["kith-check-in-recorded", "kith-check-in-kept"],
  },
  "kith-support-board": {
    attributes: ["community-id", ...FRAME],
    properties: [],
    events: ["kith-support-offer-created", "kith-exchange-changed"],
  },
  "kith-exchanges": {
    attributes: FRAME,
    properties: [],
    events: ["kith-exchange-changed"],
  },
  "kith-crisis-help": {
    attributes: ["country", ...FRAME],
    properties: [],
    events: [],
  },
} as const satisfies Record<TagName, Taken>;
