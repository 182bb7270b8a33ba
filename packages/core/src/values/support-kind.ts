/** The four kinds of support: every offer, exchange and insight speaks of these. */
export const SupportKind = {
  /** Listen, empathise, validate. */
  EMOTIONAL: "EMOTIONAL",
  /** Guidance, useful information. */
  INFORMATIONAL: "INFORMATIONAL",
  /** Practical help: tasks, lifts, forms. */
  INSTRUMENTAL: "INSTRUMENTAL",
  /** Shared time, less lonely. */
  COMPANIONSHIP: "COMPANIONSHIP",
} as const;
export type SupportKind = (typeof SupportKind)[keyof typeof SupportKind];

/** All four, in the order people meet them. */
export const SUPPORT_KINDS = [
  SupportKind.EMOTIONAL,
  SupportKind.INFORMATIONAL,
  SupportKind.INSTRUMENTAL,
  SupportKind.COMPANIONSHIP,
] as const;
