import type { OfferFormStrings } from "./strings.en.js";

export const strings: OfferFormStrings = {
  intro: "Pouco já está bom. Você decide quanto, e pode pausar ou fechar a oferta quando quiser.",
  kinds: "O que você poderia dar?",
  kindHints: {
    EMOTIONAL: "Ouvir alguém, estar presente",
    INFORMATIONAL: "Contar o que você aprendeu",
    INSTRUMENTAL: "Formulários, recados, pequenas tarefas",
    COMPANIONSHIP: "Passar um tempo com alguém",
  },
  name: "Em poucas palavras",
  nameHint: "Por exemplo: Posso ouvir à noite durante a semana",
  description: "Um pouco mais, se quiser",
  ways: "Como podem falar com você?",
  way: { MESSAGE: "Por mensagem", CALL: "Por ligação" },
  languages: "Em quais idiomas?",
  capacity: "Para quantas pessoas ao mesmo tempo?",
  capacityHint: "De 1 a 20. Uma já é bastante.",
  community: "Quem pode ver?",
  everyone: "Todas as pessoas daqui",
  readers: (community) =>
    `${community ? `Quem participa de ${community}` : "Quem participa daqui"} pode ler isto com o seu nome assim que você abrir a oferta.`,
  send: "Abrir esta oferta",
  sending: "Abrindo",
  save: "Salvar mudanças",
  saving: "Salvando",
  cancel: "Agora não",
  safe: "O que você escreveu continua aqui.",
  mend: "Algo aqui precisa de mais um olhar.",
  faults: {
    chooseOne: "Escolha pelo menos uma opção.",
    empty: "Escreva algumas palavras aqui.",
    tooLong: (most) => `Está longo demais: no máximo ${most} caracteres.`,
    capacity: "Coloque um número inteiro de 1 a 20.",
    belowAccepted: "Não pode ser menos do que está em andamento agora.",
    other: "Assim não dá para aceitar.",
  },
};
