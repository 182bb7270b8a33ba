import type { CrisisHelp } from "@kith/core/safety";
import { html, type TemplateResult } from "lit";
import { loadingState } from "../../platform/states.js";
import type { Words } from "../../platform/words/words.js";
import type { LinesController } from "../crisis-lines/lines.controller.js";
import { countryName } from "./country-field.js";
import { lineCard } from "./line-card.js";
import { callAddress, numeral } from "./reach.js";
import { crisisHelpWords } from "./words.js";

/** All the help there is for a country, in the order that serves there. */
export function helpFor(help: CrisisHelp, known: LinesController, words: Words): TemplateResult {
  const parts = [linesOf(help, known, words), directoriesOf(help, words)];
  return html`${help.first === "EMERGENCY" ? [emergencyOf(help, words), ...parts] : [...parts, emergencyOf(help, words)]}
    ${help.lines.length ? provenance(known, words) : null}`;
}

/** The same before there are words: numbers and names that can be read in any language. */
export function bareHelp({ emergency, directories }: CrisisHelp): TemplateResult {
  return html`<div class="ways">
    <a class="reach urgent" href=${callAddress({ dial: emergency.number })}>${numeral(emergency.number)}</a>
    ${directories.map(directoryLink)}
  </div>`;
}

function emergencyOf({ emergency }: CrisisHelp, words: Words): TemplateResult {
  const strings = words.of(crisisHelpWords);
  return html`<section aria-labelledby="danger">
    <h3 id="danger">${strings.danger}</h3>
    <div class="ways">
      <a class="reach urgent" part="primary" href=${callAddress({ dial: emergency.number })}>
        <span>${strings.emergency} ${numeral(emergency.number)}</span>
      </a>
    </div>
    ${emergency.isOwn ? null : html`<p class="small muted">${strings.mobile}</p>`}
  </section>`;
}

function linesOf({ country, lines }: CrisisHelp, known: LinesController, words: Words): TemplateResult | null {
  const strings = words.of(crisisHelpWords);
  if (!country) return html`<p>${strings.unknown}</p>`;
  const place = countryName(country, words.locale);
  if (!known.value) return known.late ? html`<p>${strings.late}</p>` : loadingState(words, 2);
  if (!lines.length) return html`<p>${strings.none(place)}</p>`;
  return html`<section aria-labelledby="lines">
    <h3 id="lines">${strings.linesIn(place)}</h3>
    <ul class="list">${lines.map((line) => lineCard(line, words))}</ul>
  </section>`;
}

function directoriesOf({ directories }: CrisisHelp, words: Words): TemplateResult {
  return html`<section aria-labelledby="directories">
    <h3 id="directories">${words.of(crisisHelpWords).directories}</h3>
    <div class="ways">${directories.map(directoryLink)}</div>
  </section>`;
}

function directoryLink({ name, url }: CrisisHelp["directories"][number]): TemplateResult {
  return html`<a class="reach" href=${url} target="_blank" rel="noopener noreferrer" lang="en">${name}</a>`;
}

/** How old the list is, and who has checked it. */
function provenance({ value }: LinesController, words: Words): TemplateResult | null {
  if (!value) return null;
  const strings = words.of(crisisHelpWords);
  const month = new Intl.DateTimeFormat(words.locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const unchecked = value.CRISIS_LINES.some(({ checkedOn }) => checkedOn === null);
  return html`<p class="small muted">
    ${strings.compiled(month.format(new Date(`${value.COMPILED}-01`)))} ${unchecked ? strings.unchecked : null}
  </p>`;
}
