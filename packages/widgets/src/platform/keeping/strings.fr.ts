import type { KeepingStrings } from "./strings.en.js";

export const strings: KeepingStrings = {
  keptTitle: "Gardé pour le moment",
  keptNext:
    "Nous n’avons pas pu joindre le service. Ce que vous avez noté reste sur cet appareil, visible de personne d’autre que vous, et sera envoyé quand vous reviendrez ici avec une connexion. Vous pouvez fermer cette page.",
  keptUntil: "C’est oublié après 14 jours, et quand vous vous déconnectez ici.",
  sendNow: "Envoyer maintenant",
  waiting:
    "Quelque chose que vous avez noté est gardé sur cet appareil. Ce sera envoyé dès qu’il y aura une connexion.",
  sent: "Ce qui était gardé sur cet appareil est maintenant enregistré.",
  notKept: "Rien ne peut être gardé sur cet appareil, laissez donc cette page ouverte. Vos réponses sont toujours là.",
  draftBack:
    "Ce que vous aviez commencé est de retour. C’était gardé sur cet appareil, visible de personne d’autre que vous.",
  startOver: "Recommencer",
};
