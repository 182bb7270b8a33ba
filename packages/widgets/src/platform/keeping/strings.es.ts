import type { KeepingStrings } from "./strings.en.js";

export const strings: KeepingStrings = {
  keptTitle: "Guardado por ahora",
  keptNext:
    "No pudimos conectar con el servicio. Lo que anotaste se queda en este dispositivo, solo para ti, y se envía cuando vuelvas aquí con conexión. Puedes cerrar esta página.",
  keptUntil: "Se olvida a los 14 días, y cuando cierras tu sesión aquí.",
  sendNow: "Enviar ahora",
  waiting: "Algo que anotaste está guardado en este dispositivo. Se envía cuando haya conexión.",
  sent: "Lo que estaba guardado en este dispositivo ya se envió.",
  notKept:
    "En este dispositivo no se puede guardar nada, así que deja esta página abierta. Tus respuestas siguen aquí.",
  draftBack: "Lo que habías empezado está de vuelta. Estaba guardado en este dispositivo, solo para ti.",
  startOver: "Empezar de nuevo",
};
