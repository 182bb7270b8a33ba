import type { Strings } from "./strings.en.js";

export const strings: Strings = {
  crisis: "Aide en cas de crise",
  exit: "Quitter vite cette page",
  exitHint: "Ou appuyez trois fois sur Échap",
  loading: "Chargement",
  tryAgain: "Réessayer",
  signedOut: "Vous n’avez pas ouvert de session.",
  signedOutNext:
    "Identifiez-vous sur ce site, puis revenez ici. L’aide en cas de crise vous est ouverte dans tous les cas.",
  unreachable: "Nous n’arrivons pas à joindre le service.",
  unreachableNext: "Vérifiez votre connexion, puis réessayez.",
};
