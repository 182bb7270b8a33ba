import type { KeepingStrings } from "./strings.en.js";

export const strings: KeepingStrings = {
  keptTitle: "Guardado por enquanto",
  keptNext:
    "Não conseguimos falar com o serviço. O que você anotou fica neste aparelho, só para você, e é enviado quando você voltar aqui com conexão. Você pode fechar esta página.",
  keptUntil: "É esquecido depois de 14 dias, e quando você sai da sua conta aqui.",
  sendNow: "Enviar agora",
  waiting: "Algo que você anotou está guardado neste aparelho. É enviado quando houver conexão.",
  sent: "O que estava guardado neste aparelho já está salvo.",
  notKept: "Não dá para guardar nada neste aparelho, então deixe esta página aberta. Suas respostas continuam aqui.",
  draftBack: "O que você tinha começado está de volta. Estava guardado neste aparelho, só para você.",
  startOver: "Começar de novo",
};
