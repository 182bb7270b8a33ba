import type { PulseTrend } from "@kith/sdk";
import { html, type TemplateResult } from "lit";
import { dayFormat } from "../../platform/reading/day-format.js";
import type { Words } from "../../platform/words/words.js";
import { DIMENSIONS, type Dimension } from "../kith-check-in/answers.js";
import { checkInWords } from "../kith-check-in/words.js";
import { pulseTrendWords } from "./words.js";

/** Every day with a check-in and all that was answered, latest first. */
export function table(words: Words, trend: PulseTrend): TemplateResult {
  const strings = words.of(pulseTrendWords);
  const { answers } = words.of(checkInWords);
  const dayName = dayFormat(words.locale);
  const step = (dimension: Dimension, value: number | null) => (value === null ? null : answers[dimension][value - 1]);
  const yesOrNo = (value: boolean | null) => (value === null ? null : value ? strings.yes : strings.no);
  return html`<div class="scroll" role="region" aria-label=${strings.asTable} tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">${strings.day}</th>
          ${DIMENSIONS.map((dimension) => html`<th scope="col">${strings.names[dimension]}</th>`)}
          <th scope="col">${strings.received}</th>
          <th scope="col">${strings.given}</th>
        </tr>
      </thead>
      <tbody>
        ${trend.days.toReversed().map(
          (given) => html`<tr>
            <th scope="row">${dayName(given.day)}</th>
            ${DIMENSIONS.map((dimension) => cell(strings.leftOut, step(dimension, given[dimension] ?? null)))}
            ${cell(strings.leftOut, yesOrNo(given.supportReceived ?? null))} ${cell(strings.leftOut, yesOrNo(given.supportGiven ?? null))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(leftOut: string, words: string | null | undefined): TemplateResult {
  return words
    ? html`<td>${words}</td>`
    : html`<td><span aria-hidden="true">–</span><span class="unseen">${leftOut}</span></td>`;
}
