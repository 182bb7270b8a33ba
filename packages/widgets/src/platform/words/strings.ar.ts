import type { Strings } from "./strings.en.js";

export const strings: Strings = {
  crisis: "مساعدة عند الأزمات",
  exit: "مغادرة الصفحة بسرعة",
  exitHint: "أو الضغط ثلاث مرات على مفتاح Esc",
  loading: "جارٍ التحميل",
  tryAgain: "إعادة المحاولة",
  signedOut: "لم يتم تسجيل الدخول.",
  signedOutNext: "يمكنك تسجيل الدخول في هذا الموقع ثم العودة إلى هنا. والمساعدة عند الأزمات متاحة لك دائمًا.",
  unreachable: "تعذر الوصول إلى الخدمة.",
  unreachableNext: "يُرجى التحقق من الاتصال ثم إعادة المحاولة.",
};
