import type { Strings } from "./strings.en.js";

export const strings: Strings = {
  crisis: "Ajuda em uma crise",
  exit: "Sair rápido desta página",
  exitHint: "Ou aperte Escape três vezes",
  loading: "Carregando",
  tryAgain: "Tentar de novo",
  signedOut: "Você não entrou na sua conta.",
  signedOutNext: "Entre neste site e depois volte aqui. A ajuda em uma crise está aberta para você de qualquer forma.",
  unreachable: "Não conseguimos falar com o serviço.",
  unreachableNext: "Verifique sua conexão e tente de novo.",
};
