import type { CheckInStrings } from "./strings.en.js";

export const strings: CheckInStrings = {
  title: "Wie ist heute?",
  intro: "Etwa 20 Sekunden. Nur du siehst das. Lass weg, was du möchtest.",
  questions: {
    mood: "Wie ist deine Stimmung?",
    strain: "Wie schwer fühlt sich heute an?",
    connectedness: "Wie nah fühlst du dich anderen Menschen?",
    hope: "Wie viel Hoffnung spürst du?",
    supportReceived: "Hat dich heute jemand unterstützt?",
    supportGiven: "Hast du heute jemanden unterstützt?",
  },
  answers: {
    mood: ["Sehr schlecht", "Schlecht", "Geht so", "Gut", "Sehr gut"],
    strain: ["Leicht", "Etwas schwer", "Mittel", "Schwer", "Sehr schwer"],
    connectedness: ["Weit weg", "Etwas fern", "Dazwischen", "Nah", "Sehr nah"],
    hope: ["Gar keine", "Wenig", "Etwas", "Viel", "Sehr viel"],
  },
  yes: "Ja",
  no: "Nein",
  clear: "Löschen",
  clearLong: (question) => `Antwort löschen auf: ${question}`,
  save: "Heute speichern",
  saving: "Wird gespeichert",
  skip: "Dieses Mal auslassen",
  safe: "Deine Antworten sind noch da.",
  hardDay: "Das klingt nach sehr viel.",
  hardDayNext: "Du kannst weitermachen, oder",
  hardDayAfter: "Wenn du magst:",
  hardDayLink: "jetzt mit jemandem sprechen",
};
