/** What one request may ask. Each bounds work that is done before a price can be known. */
export const LIMITS = {
  tokens: 2000,
  depth: 20,
  aliases: 60,
  rootFields: 10,
  /** How deep the JSON of the variables may nest. */
  variablesDepth: 12,
  /** What `cost.ts` counts. */
  cost: 5000,
} as const;

export type LimitReason =
  | "TOO_MANY_TOKENS"
  | "TOO_DEEP"
  | "TOO_MANY_ALIASES"
  | "TOO_MANY_ROOT_FIELDS"
  | "TOO_MANY_FIELDS"
  | "TOO_COSTLY";
