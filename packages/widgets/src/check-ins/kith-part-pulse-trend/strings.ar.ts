import { plural } from "../../platform/words/plural.js";
import type { PulseTrendStrings } from "./strings.en.js";

export const strings: PulseTrendStrings = {
  choose: "ما يُعرض",
  names: { mood: "المزاج", strain: "ثقل اليوم", connectedness: "القرب", hope: "الأمل" },
  usual: "نطاقك المعتاد",
  usualLater: "يظهر نطاقك المعتاد عند توفر أجوبة لخمسة أيام.",
  supported: (days) =>
    plural("ar", days, {
      zero: "لم يصلك دعم في أي يوم",
      one: "وصلك دعم في هذا اليوم",
      two: "وصلك دعم في هذين اليومين",
      few: "وصلك دعم في هذه الأيام",
      many: "وصلك دعم في هذه الأيام",
      other: "وصلك دعم في هذه الأيام",
    }),
  empty: "لا شيء هنا بعد. البداية مع أول إجابة لك.",
  noneOfThis: "بقي هذا السؤال بلا جواب في كل هذه الأيام.",
  today: "اليوم",
  gaps: "حيث ينقطع الخط لا يوجد جواب. ولا بأس في ذلك.",
  asTable: "عرض كجدول",
  day: "التاريخ",
  received: "دعم وصلك",
  given: "دعم منك",
  yes: "نعم",
  no: "لا",
  leftOut: "بلا جواب",
  summary: (name, answered) =>
    `${name} خلال آخر أربعة أسابيع، مع أجوبة في ${plural("ar", answered, {
      zero: "لا يوم",
      one: "يوم واحد",
      two: "يومين",
      few: `${answered} أيام`,
      many: `${answered} يومًا`,
      other: `${answered} يوم`,
    })}.`,
  between: (low, high) => (low === high ? ` المعتاد قرب «${low}».` : ` المعتاد بين «${low}» و«${high}».`),
  latest: (day, answer) => ` آخر مرة في ${day}: «${answer}».`,
};
