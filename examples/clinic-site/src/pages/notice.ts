import { type Html, html } from "../html.ts";
import type { Visit } from "../visit.ts";
import type { TroubleName } from "../words/en.ts";
import { layout } from "./layout.ts";

/** A page that only says what went wrong. */
export function noticePage(visit: Visit, trouble: TroubleName): Html {
  const [title, text] = visit.words.trouble[trouble];
  const main = html`<h1>${title}</h1><p class="lead">${text}</p><p><a href="/">${visit.words.firstPage}</a></p>`;
  return layout({ visit, title, main });
}
