/**
 * The countries of the European Union with their territories in it: 112 is the one emergency number of all of them.
 */
const UNION =
  "AT AX BE BG CY CZ DE DK EE ES FI FR GF GP GR HR HU IE IT LT LU LV MF MQ MT NL PL PT RE RO SE SI SK YT".split(" ");

const OTHERS = new Map([
  ["US", "911"],
  ["CA", "911"],
  ["GB", "999"],
  ["AU", "000"],
  ["NZ", "111"],
]);

/** Reaches the emergency services from mobile telephones in the European Union and most countries of the world. */
export const MOBILE_EMERGENCY = "112";

/** The emergency number of a country by its code, as far as it is known; else null. */
export function emergencyNumber(country: string | null): string | null {
  if (country === null) return null;
  return OTHERS.get(country) ?? (UNION.includes(country) ? MOBILE_EMERGENCY : null);
}
