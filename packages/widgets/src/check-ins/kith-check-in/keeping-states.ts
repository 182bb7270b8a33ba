import { html, type TemplateResult } from "lit";
import type { KeepingStrings } from "../../platform/keeping/strings.en.js";
import type { CheckInKeeping } from "./keeping.js";

/** One line above all else: that something waits, or was sent meanwhile. Its region is there before it speaks. */
export function keptNote(strings: KeepingStrings, { waiting, sent }: CheckInKeeping): TemplateResult {
  const line = waiting ? strings.waiting : sent ? strings.sent : null;
  // Empty it takes no room, which would part the title from what it is about.
  return html`<div role="status" class=${line ? "" : "unseen"}>${line ? html`<p class="note small">${line}</p>` : null}</div>`;
}

/** In place of the questions, once one is kept. */
export function keptState(strings: KeepingStrings, help: TemplateResult, send: () => unknown): TemplateResult {
  return html`<p>${strings.keptNext}</p>
    <p class="muted">${strings.keptUntil}</p>
    ${help}
    <p><button type="button" @click=${send}>${strings.sendNow}</button></p>`;
}
