import { type Html, html } from "../html.ts";
import type { Visit } from "../visit.ts";
import { layout } from "./layout.ts";

/**
 * Whom to turn to when it cannot wait. Open to everyone, and useful before any script runs. A clinic knows which country
 * it is in; a visitor who is elsewhere can choose another.
 */
export function helpPage(visit: Visit): Html {
  const { words } = visit;
  const main = html`
    <h1>${words.help}</h1>
    <p class="lead">${words.helpLead}</p>
    <kith-crisis-help country="IE">
      <a href="tel:+15550142">${words.foot.nurse} <bdi dir="ltr">555 0142</bdi></a>
      <a href="https://findahelpline.com">${words.foot.helpline}</a>
    </kith-crisis-help>`;
  return layout({ visit, title: words.help, main, section: "/help" });
}
