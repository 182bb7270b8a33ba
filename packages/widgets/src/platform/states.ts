import { html, type TemplateResult } from "lit";
import { type Problem, problemOf } from "./problem/problem.js";
import { sharedWords } from "./words/shared-words.js";
import type { Words } from "./words/words.js";

/** Grey shapes of about the size of what is coming, so that nothing jumps when it comes. Silent until there are words. */
export function loadingState(words: Words | null, blocks: number): TemplateResult {
  const block = html`<div class="stack close"><div class="bone"></div><div class="bone wide"></div></div>`;
  return html`<div class="stack bones" aria-busy="true">
    <span class="unseen">${words?.of(sharedWords).loading}</span>${Array.from({ length: blocks }, () => block)}
  </div>`;
}

export function signedOutState(words: Words): TemplateResult {
  const strings = words.of(sharedWords);
  return html`<div class="stack close">
    <p><strong>${strings.signedOut}</strong></p>
    <p class="muted">${strings.signedOutNext}</p>
  </div>`;
}

/** What went wrong, that nothing is lost (where `safe` says so), and one way on. */
export function problemState(words: Words, error: unknown, again?: () => unknown, safe?: string): TemplateResult {
  return problemBox(words, problemOf(words, error), again, safe);
}

export function problemBox(
  words: Words,
  { what, next }: Problem,
  again?: () => unknown,
  safe?: string,
): TemplateResult {
  return html`<div class="problem stack close" role="alert">
    <p><strong>${what}</strong> ${safe} ${next}</p>
    ${again ? html`<p><button type="button" @click=${again}>${words.of(sharedWords).tryAgain}</button></p>` : null}
  </div>`;
}
