import type { OfferFormStrings } from "./strings.en.js";

export const strings: OfferFormStrings = {
  intro: "Klein ist völlig in Ordnung. Du entscheidest, wie viel, und kannst es jederzeit anhalten oder schließen.",
  kinds: "Was könntest du geben?",
  kindHints: {
    EMOTIONAL: "Jemandem zuhören, da sein",
    INFORMATIONAL: "Weitergeben, was du gelernt hast",
    INSTRUMENTAL: "Formulare, Besorgungen, kleine Aufgaben",
    COMPANIONSHIP: "Zeit miteinander verbringen",
  },
  name: "In wenigen Worten",
  nameHint: "Zum Beispiel: Ich kann unter der Woche abends zuhören",
  description: "Etwas mehr, wenn du magst",
  ways: "Wie kann man dich erreichen?",
  way: { MESSAGE: "Per Nachricht", CALL: "Per Anruf" },
  languages: "In welchen Sprachen?",
  capacity: "Für wie viele Menschen gleichzeitig?",
  capacityHint: "1 bis 20. Eine Person ist schon viel.",
  community: "Wer kann es sehen?",
  everyone: "Alle hier",
  readers: (community) =>
    `${community ? `Alle, die zu ${community} gehören,` : "Alle, die hier Mitglied sind,"} können das mit deinem Namen lesen, sobald du es öffnest.`,
  send: "Dieses Angebot öffnen",
  sending: "Wird geöffnet",
  save: "Änderungen speichern",
  saving: "Wird gespeichert",
  cancel: "Nicht jetzt",
  safe: "Was du geschrieben hast, ist noch da.",
  mend: "Hier braucht etwas noch einen Blick.",
  faults: {
    chooseOne: "Wähle mindestens eines aus.",
    empty: "Schreib hier ein paar Worte.",
    tooLong: (most) => `Das ist zu lang: höchstens ${most} Zeichen.`,
    capacity: "Gib eine ganze Zahl von 1 bis 20 an.",
    belowAccepted: "Es können nicht weniger sein, als gerade laufen.",
    other: "So kann das nicht angenommen werden.",
  },
};
