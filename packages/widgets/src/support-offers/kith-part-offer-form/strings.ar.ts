import { plural } from "../../platform/words/plural.js";
import type { OfferFormStrings } from "./strings.en.js";

export const strings: OfferFormStrings = {
  intro: "القليل يكفي. القرار لك في المقدار، ويمكنك إيقاف العرض مؤقتًا أو إغلاقه متى أردت.",
  kinds: "ما الذي يمكنك تقديمه؟",
  kindHints: {
    EMOTIONAL: "الإصغاء إلى أحد، والحضور معه",
    INFORMATIONAL: "مشاركة ما تعلمته",
    INSTRUMENTAL: "استمارات ومشاوير ومهام صغيرة",
    COMPANIONSHIP: "قضاء وقت معًا",
  },
  name: "في كلمات قليلة",
  nameHint: "مثلًا: يمكنني الإصغاء في المساء وسط الأسبوع",
  description: "المزيد إن أردت",
  ways: "كيف يمكن التواصل معك؟",
  way: { MESSAGE: "برسالة", CALL: "بمكالمة" },
  languages: "بأي لغات؟",
  capacity: "لكم شخص في الوقت نفسه؟",
  capacityHint: "من 1 إلى 20. وواحد يكفي.",
  community: "من يمكنه رؤية العرض؟",
  everyone: "كل من هنا",
  readers: (community) =>
    `${community ? `أعضاء ${community}` : "الأعضاء هنا"} يمكنهم قراءة هذا مع اسمك منذ لحظة فتح العرض.`,
  send: "فتح هذا العرض",
  sending: "جارٍ الفتح",
  save: "حفظ التغييرات",
  saving: "جارٍ الحفظ",
  cancel: "ليس الآن",
  safe: "ما كتبته ما زال هنا.",
  mend: "هناك ما يحتاج إلى نظرة أخرى.",
  faults: {
    chooseOne: "يُرجى اختيار واحد على الأقل.",
    empty: "يُرجى كتابة بضع كلمات هنا.",
    tooLong: (most) =>
      `هذا طويل: الحد الأقصى ${plural("ar", most, {
        zero: "لا حروف",
        one: "حرف واحد",
        two: "حرفان",
        few: `${most} أحرف`,
        many: `${most} حرفًا`,
        other: `${most} حرف`,
      })}.`,
    capacity: "يُرجى كتابة عدد صحيح من 1 إلى 20.",
    belowAccepted: "لا يمكن أن يقل العدد عما هو قائم الآن.",
    other: "لا يمكن قبول هذا كما هو.",
  },
};
