import { html, type TemplateResult } from "lit";
import type { KeepingStrings } from "./strings.en.js";

/** Above what is filled in, where what was begun is back. */
export function restoredNote(strings: KeepingStrings, startOver: () => void): TemplateResult {
  return html`<div class="note small row apart" role="status">
    <span>${strings.draftBack}</span>
    <button type="button" class="quiet" @click=${startOver}>${strings.startOver}</button>
  </div>`;
}
