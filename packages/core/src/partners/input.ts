export { externalId } from "./external-id.input.js";
export { type CreatePartnerInput, createPartnerInput } from "./partner.input.js";
