import { html, type TemplateResult } from "lit";

interface Frame {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: TemplateResult | null;
  readonly body: TemplateResult;
  readonly foot: TemplateResult;
}

/**
 * The card every public element is. Its words are English whatever the page around it is in; what members wrote is
 * marked as unknown where it stands.
 */
export function frame({ title, aside, body, foot }: Frame): TemplateResult {
  return html`<section class="card" part="card" lang="en" aria-labelledby="title">
    <div class="stack">
      <div class="row apart"><h2 id="title" part="heading" tabindex="-1">${title}</h2>${aside}</div>
      ${body}
    </div>
    ${foot}
  </section>`;
}
