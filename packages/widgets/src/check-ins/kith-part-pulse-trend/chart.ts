import type { PulseTrend } from "@kith/sdk";
import { html, svg, type TemplateResult } from "lit";
import { dayFormat } from "../../platform/reading/day-format.js";
import type { Words } from "../../platform/words/words.js";
import type { Dimension } from "../kith-check-in/answers.js";
import { checkInWords } from "../kith-check-in/words.js";
import { daysBetween, depth, pathOf, runsOf } from "./course.js";
import { pulseTrendWords } from "./words.js";

// A range of no height would not be seen.
const LEAST_BAND = 0.3;

/** The course of one question: usual range as a band, answers as a line, days of support as dots beneath. */
export function chart(words: Words, trend: PulseTrend, dimension: Dimension): TemplateResult {
  const strings = words.of(pulseTrendWords);
  const answers = words.of(checkInWords).answers[dimension];
  const dayName = dayFormat(words.locale);
  const days = trend.days.map((given) => ({ day: given.day, value: given[dimension] }));
  const supported = trend.days.filter((given) => given.supportReceived).map(({ day }) => daysBetween(trend.from, day));
  const width = daysBetween(trend.from, trend.to) + 1;
  const course = trend[dimension];
  const line = pathOf(runsOf(days, trend.from));
  const dots = pathOf(runsOf(days, trend.from).flatMap((run) => run.map((point) => [point])));
  return html`<figure>
    <p class="end">${answers.at(-1)}</p>
    <svg class="course" role="img" aria-label=${summary(words, trend, dimension)} viewBox="-0.5 -0.5 ${width} 5"
      preserveAspectRatio="none">
      ${band(course.lowerQuartile, course.upperQuartile, width)}
      <path class="line" d=${line}></path>
      <path class="dots" d=${dots}></path>
    </svg>
    <p class="end">${answers[0]}</p>
    ${
      supported.length
        ? html`<svg class="support" aria-hidden="true" viewBox="-0.5 -0.5 ${width} 1" preserveAspectRatio="none">
            <path d=${supported.map((x) => `M${x} 0h0`).join("")}></path>
          </svg>`
        : null
    }
    <p class="row apart end"><span>${dayName(trend.from)}</span><span>${strings.today}</span></p>
    <figcaption class="small muted">
      ${
        course.lowerQuartile === null
          ? html`<span>${strings.usualLater}</span>`
          : html`<span><i class="swatch"></i>${strings.usual}</span>`
      }
      ${supported.length ? html`<span><i class="swatch dot"></i>${strings.supported(supported.length)}</span>` : null}
    </figcaption>
  </figure>`;
}

function band(low: number | null | undefined, high: number | null | undefined, width: number) {
  if (low == null || high == null) return null;
  const height = Math.max(high - low, LEAST_BAND);
  return svg`<rect class="band" x="-0.5" y=${depth((low + high) / 2) - height / 2} width=${width} height=${height}></rect>`;
}

/** The same in words, for those who listen. */
function summary(words: Words, trend: PulseTrend, dimension: Dimension): string {
  const strings = words.of(pulseTrendWords);
  const dayName = dayFormat(words.locale);
  const { answered, lowerQuartile: low, upperQuartile: high } = trend[dimension];
  const answer = (value: number) => words.of(checkInWords).answers[dimension][Math.round(value) - 1] ?? "";
  const last = trend.days.findLast((given) => given[dimension] !== null);
  return [
    strings.summary(strings.names[dimension], answered),
    low == null || high == null ? "" : strings.between(answer(low), answer(high)),
    last ? strings.latest(dayName(last.day), answer(last[dimension] ?? 0)) : "",
  ].join("");
}
