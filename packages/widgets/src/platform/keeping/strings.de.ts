import type { KeepingStrings } from "./strings.en.js";

export const strings: KeepingStrings = {
  keptTitle: "Fürs Erste aufbewahrt",
  keptNext:
    "Wir konnten den Dienst nicht erreichen. Was du notiert hast, bleibt auf diesem Gerät, nur für dich, und wird gesendet, wenn du mit Verbindung wieder hier bist. Du kannst diese Seite schließen.",
  keptUntil: "Nach 14 Tagen wird es vergessen, und wenn du dich hier abmeldest.",
  sendNow: "Jetzt senden",
  waiting:
    "Etwas, das du notiert hast, ist auf diesem Gerät aufbewahrt. Es wird gesendet, wenn es eine Verbindung gibt.",
  sent: "Was auf diesem Gerät aufbewahrt war, ist jetzt gespeichert.",
  notKept:
    "Auf diesem Gerät lässt sich nichts aufbewahren, lass diese Seite deshalb offen. Deine Antworten sind noch da.",
  draftBack: "Was du begonnen hattest, ist wieder da. Es war auf diesem Gerät aufbewahrt, nur für dich.",
  startOver: "Von vorn beginnen",
};
