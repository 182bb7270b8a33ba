import { plural } from "../words/plural.js";
import type { ProblemStrings } from "./strings.en.js";

export const strings: ProblemStrings = {
  busy: "محاولات كثيرة في وقت قصير.",
  busyNext: (seconds) =>
    `يُرجى الانتظار ${plural("ar", seconds, {
      zero: "لحظة",
      one: "ثانية واحدة",
      two: "ثانيتين",
      few: `${seconds} ثوانٍ`,
      many: `${seconds} ثانية`,
      other: `${seconds} ثانية`,
    })} ثم إعادة المحاولة.`,
  changed: "تغير هذا في هذه الأثناء.",
  changedNext: "ما يظهر الآن هو الوضع الحالي.",
  refused: "هذا غير متاح لك الآن.",
  refusedNext: "يمكن للقائمين على هذا الموقع إخبارك بالمزيد.",
  ours: "حدث خطأ من جانبنا.",
  oursNext: (requestId) =>
    requestId
      ? `يُرجى إعادة المحاولة. وإذا استمر الخطأ فيمكنك إبلاغ القائمين على هذا الموقع بهذا الرمز: ${requestId}`
      : "يُرجى إعادة المحاولة بعد قليل.",
};
