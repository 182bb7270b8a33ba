import type { Words } from "./en.ts";

const PEOPLE = { zero: "لا أحد", one: "شخص واحد", two: "شخصان", few: "أشخاص", many: "شخصًا", other: "شخص" };
const plural = new Intl.PluralRules("ar");

export const words: Words = {
  tagline: "الفقد والمرض الطويل",
  skip: "إلى محتوى الصفحة",
  menu: "القائمة الرئيسية",
  today: "اليوم",
  communities: "المجتمعات",
  demo: {
    label: "عرض تجريبي",
    person: "عرض تجريبي: الدخول باسم",
    language: "اللغة",
    theme: "المظهر",
    themes: { auto: "النظام", light: "فاتح", dark: "داكن" },
    direction: "الاتجاه",
    directions: { auto: "حسب اللغة", ltr: "من اليسار إلى اليمين", rtl: "من اليمين إلى اليسار" },
    change: "تغيير",
    signOut: "تسجيل الخروج",
  },
  roles: { FACILITATOR: "تيسير المجموعات", MODERATOR: "إشراف", CARE_TEAM: "فريق الرعاية" },
  welcome: (name) => `سعداء برؤيتك يا ${name}`,
  welcomeNext: "بين زيارة وأخرى هناك من يرافقك. سجّل كيف هو يومك، وانظر من لديه وقت لك هنا.",
  crisis: "في أزمة؟ ابحث عن خط مساعدة",
  visit: {
    title: "زيارتك القادمة",
    when: "الخميس، 10:30",
    who: "د. إيماني كالدر، الطابق الثاني. يرجى إحضار قائمة أدويتك.",
    move: "هل تحتاج إلى موعد آخر؟ اتصل بالاستقبال:",
  },
  communitiesLead: "مجموعات صغيرة من أشخاص يعيشون تجربة متشابهة. انضم إلى واحدة لترى ما يعرضه أعضاؤها.",
  noCommunities: "لا توجد مجتمعات بعد.",
  people: (count) => {
    const form = plural.select(count);
    return form === "zero" || form === "one" || form === "two" ? PEOPLE[form] : `${count} ${PEOPLE[form]}`;
  },
  youAreOne: "وأنت منهم",
  allCommunities: "كل المجتمعات",
  about: "نبذة",
  youLookAfterIt: "وهو في رعايتك.",
  agreed: "ما اتفقنا عليه",
  join: "الانضمام إلى هذا المجتمع",
  leave: "مغادرة هذا المجتمع",
  offersTitle: "ما يعرضه الأعضاء",
  offersClosed: "ما يُعرض في مجتمع لا يراه إلا أعضاؤه.",
  signedOut: "سجّلت خروجك",
  signedOutNext: "لا حاجة إلى كلمة مرور في هذا العرض. من تكون اليوم؟",
  firstPage: "إلى الصفحة الأولى",
  foot: {
    hours: "من الاثنين إلى الجمعة، 8:30 إلى 17:30",
    reception: "الاستقبال",
    nurse: "خط التمريض مساءً",
    danger: "في خطر الآن؟ اتصل برقم الطوارئ في بلدك.",
    helpline: "ابحث عن خط مساعدة قريب منك",
  },
  trouble: {
    noPage: ["لا توجد صفحة كهذه", "ربما انتقلت إلى عنوان آخر."],
    full: ["هذا المجتمع مكتمل", "قد يتوفر مكان. عُد وانظر بعد أيام."],
    notOpen: ["هذا ليس متاحًا لك", "يمكن للاستقبال أن يخبرك بالمزيد."],
    away: ["لا يمكننا الوصول إلى هذه الصفحة الآن", "حاول مرة أخرى بعد لحظات."],
    ours: ["تعذّر عرض هذه الصفحة", "حاول مرة أخرى بعد لحظات."],
  },
};
