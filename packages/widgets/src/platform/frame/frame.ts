import { html, type TemplateResult } from "lit";
import { loadingState } from "../states.js";
import type { Words } from "../words/words.js";

interface Frame {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: TemplateResult | null;
  readonly body: TemplateResult;
  readonly foot: TemplateResult;
}

/** The card every public element is, in its own language; what members wrote is marked as unknown where it stands. */
export function frame(words: Words, { title, aside, body, foot }: Frame): TemplateResult {
  return html`<section class="card" part="card" lang=${words.tag} dir=${words.dir} aria-labelledby="title">
    <div class="stack">
      <div class="row apart"><h2 id="title" part="heading" tabindex="-1">${title}</h2>${aside}</div>
      ${body}
    </div>
    ${foot}
  </section>`;
}

/** The card before its words have come. */
export function silentFrame(blocks: number, foot: TemplateResult): TemplateResult {
  return html`<section class="card" part="card">${loadingState(null, blocks)}${foot}</section>`;
}
