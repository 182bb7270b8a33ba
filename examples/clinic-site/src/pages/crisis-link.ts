import { type Html, html } from "../html.ts";
import type { Words } from "../words/en.ts";

/** What stands inside each element: there before any script runs, and if none ever does. */
export function crisisLink({ crisis }: Words): Html {
  return html`<a href="/help">${crisis}</a>`;
}
