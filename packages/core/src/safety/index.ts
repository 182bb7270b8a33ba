export { COUNTRIES, countryCode } from "./countries.js";
export { CRISIS_DIRECTORIES, type CrisisDirectory } from "./crisis-directories.js";
export { type CrisisHelp, crisisHelp } from "./crisis-help.js";
export { CrisisAudience, type CrisisLine, type CrisisPhone, type CrisisText } from "./crisis-line.js";
export { emergencyNumber, MOBILE_EMERGENCY } from "./emergency-number.js";
export { guessCountry } from "./guess-country.js";
export { isTrustedLine } from "./is-trusted-line.js";
