import type { Strings } from "./strings.en.js";

export const strings: Strings = {
  crisis: "Hilfe in einer Krise",
  exit: "Diese Seite schnell verlassen",
  exitHint: "Oder drücke dreimal die Escape-Taste",
  loading: "Wird geladen",
  tryAgain: "Noch einmal versuchen",
  signedOut: "Du bist nicht angemeldet.",
  signedOutNext: "Melde dich auf dieser Seite an und komm dann zurück. Hilfe in einer Krise ist immer für dich offen.",
  unreachable: "Wir konnten den Dienst nicht erreichen.",
  unreachableNext: "Prüfe deine Verbindung und versuche es noch einmal.",
};
