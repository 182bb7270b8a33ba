import { type Html, html } from "../html.ts";
import { layout } from "./layout.ts";

/** A page that only says something. */
export function noticePage(title: string, text: string): Html {
  const main = html`<h1>${title}</h1><p class="lead">${text}</p><p><a href="/">Go to the first page</a></p>`;
  return layout({ title, main });
}
