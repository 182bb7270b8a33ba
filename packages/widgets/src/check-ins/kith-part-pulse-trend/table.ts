import type { PulseTrend } from "@kith/sdk";
import { html, type TemplateResult } from "lit";
import { DIMENSIONS, type Dimension } from "../kith-check-in/answers.js";
import { strings as answerStrings } from "../kith-check-in/strings.en.js";
import { strings } from "./strings.en.js";

/** Every day with a check-in and all that was answered, latest first. */
export function table(trend: PulseTrend, dayName: (day: string) => string): TemplateResult {
  const step = (dimension: Dimension, value: number | null) =>
    value === null ? null : answerStrings.answers[dimension][value - 1];
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
            ${DIMENSIONS.map((dimension) => cell(step(dimension, given[dimension] ?? null)))}
            ${cell(yesOrNo(given.supportReceived ?? null))} ${cell(yesOrNo(given.supportGiven ?? null))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cell(words: string | null | undefined): TemplateResult {
  return words
    ? html`<td>${words}</td>`
    : html`<td><span aria-hidden="true">–</span><span class="unseen">${strings.leftOut}</span></td>`;
}
