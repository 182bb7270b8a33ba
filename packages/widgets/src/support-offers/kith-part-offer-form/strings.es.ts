import type { OfferFormStrings } from "./strings.en.js";

export const strings: OfferFormStrings = {
  intro: "Poco también está bien. Tú decides cuánto, y puedes pausarla o cerrarla cuando quieras.",
  kinds: "¿Qué podrías dar?",
  kindHints: {
    EMOTIONAL: "Escuchar a alguien, estar ahí",
    INFORMATIONAL: "Compartir lo que has aprendido",
    INSTRUMENTAL: "Formularios, recados, tareas pequeñas",
    COMPANIONSHIP: "Pasar tiempo con alguien",
  },
  name: "En pocas palabras",
  nameHint: "Por ejemplo: Puedo escuchar por las tardes entre semana",
  description: "Algo más, si quieres",
  ways: "¿Cómo podrían contactarte?",
  way: { MESSAGE: "Por mensaje", CALL: "Por llamada" },
  languages: "¿En qué idiomas?",
  capacity: "¿Para cuántas personas a la vez?",
  capacityHint: "De 1 a 20. Una ya es mucho.",
  community: "¿Quién puede verla?",
  everyone: "Toda la gente de aquí",
  readers: (community) =>
    `${community ? `Quienes participan en ${community}` : "Las personas que participan aquí"} pueden leer esto con tu nombre desde que la abras.`,
  send: "Abrir esta oferta",
  sending: "Abriendo",
  save: "Guardar cambios",
  saving: "Guardando",
  cancel: "Ahora no",
  safe: "Lo que escribiste sigue aquí.",
  mend: "Algo aquí necesita otra mirada.",
  faults: {
    chooseOne: "Elige al menos una opción.",
    empty: "Escribe aquí unas palabras.",
    tooLong: (most) => `Es demasiado largo: ${most} caracteres como máximo.`,
    capacity: "Pon un número entero de 1 a 20.",
    belowAccepted: "No puede ser menos de lo que está en marcha ahora.",
    other: "Así no se puede aceptar.",
  },
};
