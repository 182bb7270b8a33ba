export { ERROR_CODES, ErrorCode } from "./error-code.js";
export {
  type CommunityId,
  type ExchangeId,
  encodeId,
  ID_PREFIXES,
  type Id,
  type IdPrefix,
  idTime,
  isId,
  type MemberId,
  type PartnerId,
  type PulseCheckInId,
  parseId,
  type SupportOfferId,
} from "./ids.js";
export { INPUT_REASONS, type InputReason, reasonOr } from "./input-reason.js";
export { canonicalLanguageTag, isLanguageTag } from "./language-tag.js";
export { languageTags } from "./language-tags.js";
export { addDays, isLocalDay, localDay } from "./local-day.js";
export { isRefusal, type Refusal, type RefusalOf, refuse } from "./refusal.js";
export { oneOf, someOf } from "./some-of.js";
export { SUPPORT_KINDS, SupportKind } from "./support-kind.js";
export { codePoints, idText, line, passage, setOf, type TextRule, tidyText, topics } from "./text.js";
export { isTimeZone } from "./time-zone.js";
export { timeZoneName } from "./time-zone-name.js";
export { WAYS_TO_MEET, WayToMeet } from "./way-to-meet.js";
export { wholeNumber } from "./whole-number.js";
