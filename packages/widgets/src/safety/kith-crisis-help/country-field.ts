import { COUNTRIES } from "@kith/core/safety";
import { html, type TemplateResult } from "lit";
import type { Words } from "../../platform/words/words.js";
import type { CountryController } from "./country.controller.js";
import { crisisHelpWords } from "./words.js";

const kept = new Map<string, readonly (readonly [code: string, name: string])[]>();

/** Which country the help is for, how that came about, and the one control that changes it. */
export function countryField(country: CountryController, words: Words, choose: (code: string) => void): TemplateResult {
  const strings = words.of(crisisHelpWords);
  const { code, told } = country;
  const how = { CHOSEN: strings.chosen, GIVEN: strings.given, GUESSED: strings.guessed, UNKNOWN: "" }[told];
  return html`<div class="where">
    <label for="country">${strings.country}</label>
    <select
      id="country"
      aria-describedby="how"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${code ? null : html`<option value="" selected disabled>${strings.choose}</option>`}
      ${countryNames(words.locale).map(
        ([value, name]) => html`<option value=${value} ?selected=${value === code}>${name}</option>`,
      )}
    </select>
    <p class="small muted" id="how">${how}</p>
  </div>`;
}

/** A country in the reader's language. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: "region", fallback: "code" }).of(code) ?? code;
}

function countryNames(locale: string): readonly (readonly [code: string, name: string])[] {
  const known = kept.get(locale);
  if (known) return known;
  const names = COUNTRIES.map((code) => [code, countryName(code, locale)] as const).toSorted(([, one], [, other]) =>
    one.localeCompare(other, locale),
  );
  kept.set(locale, names);
  return names;
}
