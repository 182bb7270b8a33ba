/** The four questions with five steps, in the order they are asked. */
export const DIMENSIONS = ["mood", "strain", "connectedness", "hope"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The two questions of yes or no. */
export const SUPPORT_QUESTIONS = ["supportReceived", "supportGiven"] as const;
export type SupportQuestion = (typeof SUPPORT_QUESTIONS)[number];

export type Question = Dimension | SupportQuestion;

/** What has been answered so far: 1 to 5, or yes or no. What was left out is not there. */
export type Answers = { readonly [Key in Dimension]?: number } & { readonly [Key in SupportQuestion]?: boolean };

/** Whether any answer is as hard as it gets, when a way to someone who can help belongs beside it. */
export function isHardDay({ mood, strain, hope }: Answers): boolean {
  return mood === 1 || strain === 5 || hope === 1;
}
