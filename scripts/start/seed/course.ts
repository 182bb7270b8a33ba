/** The answers of one day's check-in. */
export interface CourseDay {
  /** 1 is yesterday. */
  daysAgo: number;
  mood?: number;
  strain?: number;
  connectedness?: number;
  hope?: number;
  supportReceived?: boolean;
  supportGiven?: boolean;
}

const DAY = /^([1-5-])([1-5-])([1-5-])([1-5-])(r?)(g?)$/;

/**
 * Reads a course of days, a word each, the last one yesterday: `3422r` is mood 3, strain 4, connectedness 2, hope 2
 * and support received; `g` is support given, `-` an answer skipped, `.` a day without a check-in.
 * Throws on a word that is neither.
 */
export function readCourse(text: string): CourseDay[] {
  const words = text.trim().split(/\s+/);
  return words.flatMap((word, index) => {
    if (word === ".") return [];
    const [, mood, strain, connectedness, hope, received, given] = DAY.exec(word) ?? [];
    if (!mood) throw new Error(`"${word}" is not a day of a course.`);
    const answers = Object.entries({ mood, strain, connectedness, hope })
      .filter(([, answer]) => answer !== "-")
      .map(([dimension, answer]) => [dimension, Number(answer)]);
    return {
      daysAgo: words.length - index,
      ...Object.fromEntries(answers),
      ...(received && { supportReceived: true }),
      ...(given && { supportGiven: true }),
    };
  });
}
