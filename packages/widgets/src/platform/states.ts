import { html, type TemplateResult } from "lit";
import { type Problem, problemOf } from "./problem.js";
import { strings } from "./words/strings.en.js";

/** Grey shapes of about the size of what is coming, so that nothing jumps when it comes. */
export function loadingState(blocks: number): TemplateResult {
  const block = html`<div class="stack close"><div class="bone short"></div><div class="bone wide"></div></div>`;
  return html`<div class="stack bones" aria-busy="true">
    <span class="unseen">${strings.loading}</span>${Array.from({ length: blocks }, () => block)}
  </div>`;
}

export function signedOutState(): TemplateResult {
  return html`<div class="stack close">
    <p><strong>${strings.signedOut}</strong></p>
    <p class="muted">${strings.signedOutNext}</p>
  </div>`;
}

/** What went wrong, that nothing is lost (where `safe` says so), and one way on. */
export function problemState(error: unknown, again?: () => unknown, safe?: string): TemplateResult {
  return problemBox(problemOf(error), again, safe);
}

export function problemBox({ what, next }: Problem, again?: () => unknown, safe?: string): TemplateResult {
  return html`<div class="problem stack close" role="alert">
    <p><strong>${what}</strong> ${safe} ${next}</p>
    ${again ? html`<p><button type="button" @click=${again}>${strings.tryAgain}</button></p>` : null}
  </div>`;
}
