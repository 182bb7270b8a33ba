import type { CheckInDoneStrings } from "./strings.en.js";

export const strings: CheckInDoneStrings = {
  savedTitle: "تم حفظ اليوم",
  savedNext: "لا يراه أحد سواك. وإذا تغير اليوم فيمكنك الإجابة مرة أخرى: تبقى آخر إجابة.",
  again: "الإجابة مرة أخرى",
  skippedTitle: "تم التخطي الآن",
  skippedNext: "لم يُحفظ شيء، ولا ينقص شيء. كل هذا يبقى هنا متى أردت.",
  afterAll: "الإجابة الآن",
  nothingYet: "يُرجى الإجابة عن سؤال واحد أولًا، أو تخطي هذه المرة.",
  trend: "آخر أربعة أسابيع لك",
};
