import type { CheckInStrings } from "./strings.en.js";

export const strings: CheckInStrings = {
  title: "كيف هو اليوم؟",
  intro: "نحو 20 ثانية. لا يرى هذا أحد سواك. ويمكنك ترك أي سؤال.",
  questions: {
    mood: "كيف هو مزاجك؟",
    strain: "كم يبدو هذا اليوم ثقيلًا عليك؟",
    connectedness: "كم تبدو المسافة بينك وبين الآخرين؟",
    hope: "كم لديك من الأمل؟",
    supportReceived: "هل وصلك دعم من أحد اليوم؟",
    supportGiven: "هل كان منك دعم لأحد اليوم؟",
  },
  answers: {
    mood: ["سيئ جدًا", "سيئ", "لا بأس به", "جيد", "جيد جدًا"],
    strain: ["خفيف", "ثقيل قليلًا", "متوسط", "ثقيل", "ثقيل جدًا"],
    connectedness: ["بعيدة", "بعيدة قليلًا", "بين بين", "قريبة", "قريبة جدًا"],
    hope: ["لا شيء منه", "القليل", "بعض الأمل", "الكثير", "الكثير جدًا"],
  },
  yes: "نعم",
  no: "لا",
  clear: "مسح",
  clearLong: (question) => `مسح الجواب عن: ${question}`,
  save: "حفظ اليوم",
  saving: "جارٍ الحفظ",
  skip: "تخطي هذه المرة",
  safe: "أجوبتك ما زالت هنا.",
  hardDay: "يبدو أن الحمل كبير.",
  hardDayNext: "يمكنك المتابعة، أو",
  hardDayAfter: "إن أردت،",
  hardDayLink: "التحدث إلى أحد الآن",
};
