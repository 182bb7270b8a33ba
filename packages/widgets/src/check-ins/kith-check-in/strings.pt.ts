import type { CheckInStrings } from "./strings.en.js";

export const strings: CheckInStrings = {
  title: "Como está o dia?",
  intro: "Cerca de 20 segundos. Só você vê isto. Deixe de fora o que quiser.",
  questions: {
    mood: "Como está seu ânimo?",
    strain: "Quanto o dia está pesando?",
    connectedness: "Quão perto você se sente de outras pessoas?",
    hope: "Quanta esperança você sente?",
    supportReceived: "Alguém apoiou você hoje?",
    supportGiven: "Você apoiou alguém hoje?",
  },
  answers: {
    mood: ["Muito baixo", "Baixo", "Mais ou menos", "Bom", "Muito bom"],
    strain: ["Quase nada", "Um pouco", "Mais ou menos", "Muito", "Demais"],
    connectedness: ["Longe", "Um pouco longe", "Mais ou menos", "Perto", "Muito perto"],
    hope: ["Nenhuma", "Pouca", "Alguma", "Bastante", "Muita"],
  },
  yes: "Sim",
  no: "Não",
  clear: "Limpar",
  clearLong: (question) => `Limpar a resposta a: ${question}`,
  save: "Salvar o dia",
  saving: "Salvando",
  skip: "Pular desta vez",
  safe: "Suas respostas continuam aqui.",
  hardDay: "Isso parece muita coisa.",
  hardDayNext: "Você pode continuar, ou",
  hardDayAfter: "Se quiser,",
  hardDayLink: "fale com alguém agora",
};
