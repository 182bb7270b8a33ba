import { plural } from "../../platform/words/plural.js";
import type { OwnSupportStrings } from "./strings.en.js";

export const strings: OwnSupportStrings = {
  title: "Entre vous et les autres",
  forYou: "Attend votre réponse",
  going: "En cours",
  forOthers: "Attend quelqu’un d’autre",
  offers: "Ce que vous proposez",
  earlier: "Avant",
  noneEarlier: "Rien avant.",
  empty: "Rien de votre côté pour l’instant.",
  emptyNext: "Quand vous demandez à quelqu’un, ou proposez du soutien, cela apparaît ici.",
  noExchanges: "Rien encore entre vous et les autres.",
  noExchangesNext:
    "Quand vous demandez une offre, ou que quelqu’un demande la vôtre, cela apparaît ici avec ce que vous pouvez faire.",
  someone: "Quelqu’un d’ici",
  asksYou: (name) => `${name} vous demande du soutien`,
  offersYou: (name) => `${name} vous propose du soutien`,
  askedYou: (name) => `${name} vous a demandé du soutien`,
  offeredYou: (name) => `${name} vous a proposé du soutien`,
  youAsked: (name) => `Vous avez demandé à ${name}`,
  youOffered: (name) => `Vous avez proposé du soutien à ${name}`,
  together: (name) => `Vous et ${name}`,
  about: "À propos de :",
  answerBy: (day) => `Vous pouvez répondre jusqu’au ${day}. Oui ou non, les deux vont bien.`,
  waiting: (day) => `Pas encore de réponse. Cela s’efface tout seul après le ${day}.`,
  accepted: (day) => `Depuis le ${day}. L’un ou l’autre côté peut arrêter à tout moment, sans donner de raison.`,
  closed: {
    COMPLETED: (day) => `Terminé ensemble le ${day}.`,
    DECLINED: (day) => `La réponse du ${day} était « pas maintenant ».`,
    WITHDRAWN: (day) => `Retiré le ${day}.`,
    EXPIRED: (day) => `Pas de réponse jusqu’au ${day}. Cela ne dit rien de vous.`,
    ENDED_EARLY: (day) => `Arrêté le ${day}.`,
  },
  next: {
    ANSWER_AND_GIVE: (name) =>
      `Si vous acceptez, ${name} le voit aussitôt et une place de votre offre est prise. Sinon, ${name} voit « pas maintenant », sans raison.`,
    ANSWER: (name) =>
      `Si vous acceptez, ${name} le voit aussitôt. Sinon, ${name} voit « pas maintenant », sans raison.`,
    ASKED: (name) => `${name} le voit et peut répondre. Si vous le retirez, ${name} le voit aussi.`,
    TOGETHER: (name) =>
      `${name} le voit aussi. Il n’y a pas encore de messages ici : les personnes qui gèrent ce site peuvent vous mettre en contact.`,
  },
  does: {
    ACCEPT: "Accepter",
    DECLINE: "Pas maintenant",
    WITHDRAW: "Retirer",
    COMPLETE: "C’est fait",
    END: "Arrêter",
    PAUSE: "Suspendre",
    RESUME: "Reprendre",
    CLOSE: "Fermer pour de bon",
  },
  sure: {
    COMPLETE: (name) => `Marquer comme fait, pour vous deux ? ${name} verra que c’est fait.`,
    END: (name) =>
      `Arrêter, pour vous deux ? ${name} verra que c’est arrêté. Aucune raison n’est nécessaire ni demandée.`,
    CLOSE: "Fermer cette offre pour de bon ? Ce qui est en cours reste tel quel.",
  },
  keep: "Laisser tel quel",
  done: {
    ACCEPT: "Accepté.",
    DECLINE: "Réponse donnée : pas maintenant.",
    WITHDRAW: "Retiré.",
    COMPLETE: "C’est fait.",
    END: "Arrêté.",
    PAUSE: "Suspendue. Personne d’autre ne peut demander.",
    RESUME: "De nouveau ouverte.",
    CLOSE: "Fermée.",
  },
  fresh: "Quelque chose a changé ici.",
  freshLater: "Quelque chose a changé ici. Vous le verrez en passant à la suite.",
  working: "Un instant",
  state: {
    OPEN: "Ouverte : on peut demander.",
    PAUSED: "Suspendue : personne d’autre ne peut demander.",
    CLOSED: "Fermée.",
    EXPIRED: "Son dernier jour est passé.",
  },
  in: (community) => `Dans ${community}.`,
  places: (taken, capacity) =>
    `${taken} sur ${plural("fr", capacity, { one: "1 place prise", other: `${capacity} places prises` })}.`,
  noSeats: "Toutes les places de cette offre sont prises.",
  noSeatsNext: "Quand quelque chose en cours se termine, vous pouvez accepter ceci.",
  staffDecides: "Ici, c’est l’équipe qui met les personnes en relation.",
  staffDecidesNext: "Elle voit qui a demandé et répondra.",
  more: "Voir plus",
};
