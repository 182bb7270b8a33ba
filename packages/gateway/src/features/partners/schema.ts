import { PartnerResolver } from "./partner.resolver.js";
import { partner } from "./partner.selection.js";

export const resolvers = [PartnerResolver];
export const selections = [partner];
