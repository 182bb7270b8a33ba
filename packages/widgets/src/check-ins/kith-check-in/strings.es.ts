import type { CheckInStrings } from "./strings.en.js";

export const strings: CheckInStrings = {
  title: "¿Cómo va el día?",
  intro: "Unos 20 segundos. Solo tú ves esto. Deja fuera lo que quieras.",
  questions: {
    mood: "¿Cómo está tu ánimo?",
    strain: "¿Cuánto te pesa el día?",
    connectedness: "¿Qué tan cerca sientes a otras personas?",
    hope: "¿Cuánta esperanza sientes?",
    supportReceived: "¿Alguien te apoyó hoy?",
    supportGiven: "¿Apoyaste a alguien hoy?",
  },
  answers: {
    mood: ["Muy bajo", "Bajo", "Regular", "Bueno", "Muy bueno"],
    strain: ["Casi nada", "Un poco", "Algo", "Mucho", "Muchísimo"],
    connectedness: ["Lejos", "Algo lejos", "A medias", "Cerca", "Muy cerca"],
    hope: ["Ninguna", "Poca", "Alguna", "Bastante", "Mucha"],
  },
  yes: "Sí",
  no: "No",
  clear: "Borrar",
  clearLong: (question) => `Borrar la respuesta a: ${question}`,
  save: "Guardar el día",
  saving: "Guardando",
  skip: "Saltar esta vez",
  safe: "Tus respuestas siguen aquí.",
  hardDay: "Eso suena a mucho.",
  hardDayNext: "Puedes seguir, o",
  hardDayAfter: "Si quieres,",
  hardDayLink: "habla con alguien ahora",
};
