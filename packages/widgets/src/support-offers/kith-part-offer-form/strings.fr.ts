import type { OfferFormStrings } from "./strings.en.js";

export const strings: OfferFormStrings = {
  intro: "Peu, c’est déjà bien. Vous décidez combien, et vous pouvez suspendre ou fermer l’offre quand vous voulez.",
  kinds: "Que pourriez-vous donner ?",
  kindHints: {
    EMOTIONAL: "Écouter quelqu’un, être là",
    INFORMATIONAL: "Partager ce que vous avez appris",
    INSTRUMENTAL: "Formulaires, courses, petites tâches",
    COMPANIONSHIP: "Passer du temps ensemble",
  },
  name: "En quelques mots",
  nameHint: "Par exemple : Je peux écouter le soir en semaine",
  description: "Un peu plus, si vous voulez",
  ways: "Comment vous joindre ?",
  way: { MESSAGE: "Par message", CALL: "Par appel" },
  languages: "Dans quelles langues ?",
  capacity: "Pour combien de personnes à la fois ?",
  capacityHint: "De 1 à 20. Une seule, c’est déjà beaucoup.",
  community: "Qui peut la voir ?",
  everyone: "Tout le monde ici",
  readers: (community) =>
    `${community ? `Les membres de ${community}` : "Les personnes membres ici"} peuvent lire ceci avec votre nom dès que vous ouvrez l’offre.`,
  send: "Ouvrir cette offre",
  sending: "Un instant",
  save: "Enregistrer",
  saving: "Enregistrement",
  cancel: "Pas maintenant",
  safe: "Ce que vous avez écrit est toujours là.",
  mend: "Quelque chose est à revoir ici.",
  faults: {
    chooseOne: "Choisissez au moins une réponse.",
    empty: "Écrivez quelques mots ici.",
    tooLong: (most) => `C’est trop long : ${most} caractères au plus.`,
    capacity: "Donnez un nombre entier de 1 à 20.",
    belowAccepted: "Cela ne peut pas être moins que ce qui est en cours.",
    other: "Cela ne peut pas être pris tel quel.",
  },
};
