import type { CheckInStrings } from "./strings.en.js";

export const strings: CheckInStrings = {
  title: "Comment va la journée ?",
  intro: "Environ 20 secondes. Personne d’autre que vous ne voit ceci. Laissez de côté ce que vous voulez.",
  questions: {
    mood: "Comment est votre moral ?",
    strain: "À quel point la journée vous pèse-t-elle ?",
    connectedness: "Vous sentez-vous proche des autres ?",
    hope: "Ressentez-vous de l’espoir ?",
    supportReceived: "Quelqu’un vous a-t-il apporté du soutien aujourd’hui ?",
    supportGiven: "Avez-vous soutenu quelqu’un aujourd’hui ?",
  },
  answers: {
    mood: ["Très bas", "Bas", "Moyen", "Bon", "Très bon"],
    strain: ["Presque pas", "Un peu", "Assez", "Beaucoup", "Énormément"],
    connectedness: ["Loin", "Un peu loin", "Entre les deux", "Proche", "Très proche"],
    hope: ["Pas du tout", "Un peu", "Assez", "Beaucoup", "Énormément"],
  },
  yes: "Oui",
  no: "Non",
  clear: "Effacer",
  clearLong: (question) => `Effacer la réponse à : ${question}`,
  save: "Noter la journée",
  saving: "Un instant",
  skip: "Passer cette fois",
  safe: "Vos réponses sont toujours là.",
  hardDay: "Cela fait beaucoup.",
  hardDayNext: "Vous pouvez continuer, ou",
  hardDayAfter: "Si vous le souhaitez,",
  hardDayLink: "parler à quelqu’un maintenant",
};
