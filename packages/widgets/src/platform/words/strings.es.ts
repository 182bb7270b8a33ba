import type { Strings } from "./strings.en.js";

export const strings: Strings = {
  crisis: "Ayuda en una crisis",
  exit: "Salir rápido de esta página",
  exitHint: "O presiona Escape tres veces",
  loading: "Cargando",
  tryAgain: "Intentar de nuevo",
  signedOut: "No hay una sesión iniciada.",
  signedOutNext: "Inicia sesión en este sitio y vuelve aquí. La ayuda en una crisis está abierta para ti en todo caso.",
  unreachable: "No pudimos conectar con el servicio.",
  unreachableNext: "Revisa tu conexión e inténtalo de nuevo.",
};
