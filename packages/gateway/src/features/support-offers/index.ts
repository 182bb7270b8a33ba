export { exchange } from "./exchange.selection.js";
export { Exchange } from "./exchange.type.js";
export { supportOffer } from "./support-offer.selection.js";
export { SupportOffer } from "./support-offer.type.js";
