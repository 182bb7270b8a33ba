import { COUNTRIES, countryCode } from "./countries.js";

interface LocaleOfRegion {
  readonly timeZones?: readonly string[] | undefined;
  getTimeZones?(): readonly string[] | undefined;
}

/**
 * Where a device probably is: the country of its time zone, else the region of the first language that names one. The
 * zone comes first as it follows the person, while `en-US` is what many devices are sold with. Null where neither tells.
 */
export function guessCountry(timeZone: string | undefined, languages: readonly string[]): string | null {
  const zone = timeZone && plainName(timeZone);
  const here = zone ? COUNTRIES.find((country) => zonesOf(country).includes(zone)) : undefined;
  if (here) return here;
  for (const tag of languages) {
    const country = countryCode(regionOf(tag));
    if (country) return country;
  }
  return null;
}

/** What this platform knows of a country's time zones; nothing where it does not tell. */
function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as LocaleOfRegion;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** Zones have several names, of which a platform uses one. */
function plainName(timeZone: string): string | null {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}
