import { html, type TemplateResult } from "lit";
import type { Question } from "./answers.js";
import type { CheckInStrings } from "./strings.en.js";

interface Choice<Value> {
  readonly value: Value;
  readonly words: string;
}

/** One question and its answers, which can be taken back again. */
export function question<Value>(
  strings: CheckInStrings,
  name: Question,
  choices: readonly Choice<Value>[],
  chosen: Value | undefined,
  choose: (value: Value | undefined) => void,
): TemplateResult {
  const words = strings.questions[name];
  const clear = (event: Event) => {
    // The button goes away with the answer: the focus stays with the question.
    (event.target as Element).parentElement?.querySelector("input")?.focus();
    choose(undefined);
  };
  const answer = ({ value, words }: Choice<Value>) => html`<label>
    <input type="radio" name=${name} .checked=${chosen === value} @change=${() => choose(value)} />${words}
  </label>`;
  return html`<div class="question" role="radiogroup" aria-labelledby=${name}>
    <p id=${name}>${words}</p>
    <div class="scale ${choices.length > 2 ? "" : "two"}">${choices.map(answer)}</div>
    ${
      chosen === undefined
        ? null
        : html`<button type="button" class="quiet small" aria-label=${strings.clearLong(words)} @click=${clear}>
            ${strings.clear}
          </button>`
    }
  </div>`;
}
