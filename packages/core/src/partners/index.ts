export {
  type ApiKey,
  ApiKeyKind,
  formatApiKey,
  formatSigningKeyId,
  parseApiKey,
  parseSigningKeyId,
} from "./api-key.js";
export { EXTERNAL_ID_LENGTH, externalIdFault, isExternalId } from "./external-id.js";
export { MatchingDial } from "./matching-dial.js";
export { isAllowedOrigin, parseOrigin } from "./origin.js";
export type { Partner } from "./partner.js";
