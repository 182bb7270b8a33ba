import { html, type TemplateResult } from "lit";
import { type Answers, DIMENSIONS, type Question, SUPPORT_QUESTIONS } from "./answers.js";
import { question } from "./question.js";
import type { CheckInStrings } from "./strings.en.js";

interface CheckInForm {
  readonly strings: CheckInStrings;
  readonly answers: Answers;
  readonly restored: TemplateResult | null;
  readonly choose: (question: Question, value: number | boolean | undefined) => void;
  readonly help: TemplateResult;
  readonly problem: TemplateResult | null;
  readonly busy: boolean;
  readonly save: (event: Event) => unknown;
  readonly skip: () => void;
}

/** The six questions, and the two ways on from them. */
export function checkInForm(form: CheckInForm): TemplateResult {
  const { strings, answers, restored, choose, help, problem, busy, save, skip } = form;
  const yesOrNo = [
    { value: true, words: strings.yes },
    { value: false, words: strings.no },
  ];
  return html`<form class="stack" novalidate @submit=${save}>
    <p class="muted">${strings.intro}</p>
    ${restored}
    ${DIMENSIONS.map((name) =>
      question(
        strings,
        name,
        strings.answers[name].map((words, index) => ({ value: index + 1, words })),
        answers[name],
        (value) => choose(name, value),
      ),
    )}
    <div class="pair">
      ${SUPPORT_QUESTIONS.map((name) => question(strings, name, yesOrNo, answers[name], (value) => choose(name, value)))}
    </div>
    <div class="stack">
      ${help} ${problem}
      <div class="row acts">
        <button part="primary" class="primary" aria-disabled=${busy}>${busy ? strings.saving : strings.save}</button>
        <button type="button" class="quiet" @click=${skip}>${strings.skip}</button>
      </div>
    </div>
  </form>`;
}
