/** Every element a page may use. The loader, the registry, the docs and the tests all read this one list. */
export const TAG_NAMES = [
  "kith-session",
  "kith-check-in",
  "kith-support-board",
  "kith-exchanges",
  "kith-crisis-help",
] as const;

export type TagName = (typeof TAG_NAMES)[number];
