import { plural } from "../words/plural.js";
import type { ProblemStrings } from "./strings.en.js";

export const strings: ProblemStrings = {
  busy: "Demasiados intentos en poco tiempo.",
  busyNext: (seconds) =>
    `Espera ${plural("es", seconds, { one: "un segundo", other: `${seconds} segundos` })} e inténtalo de nuevo.`,
  changed: "Esto cambió mientras tanto.",
  changedNext: "Ahora ves cómo está.",
  refused: "Esto no está abierto para ti en este momento.",
  refusedNext: "Las personas que llevan este sitio pueden decirte más.",
  ours: "Algo falló de nuestro lado.",
  oursNext: (requestId) =>
    requestId
      ? `Inténtalo de nuevo. Si sigue igual, dilo a las personas que llevan este sitio: ${requestId}`
      : "Inténtalo de nuevo dentro de un rato.",
};
