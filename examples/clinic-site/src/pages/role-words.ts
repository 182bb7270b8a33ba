const WORDS: Record<string, string> = { FACILITATOR: "facilitator", MODERATOR: "moderator", CARE_TEAM: "care team" };

/** What someone does here beside being there for others; empty for most. */
export function roleWords(role: string): string {
  return WORDS[role] ?? "";
}
