import { type Html, html } from "../html.ts";
import type { Visit } from "../visit.ts";
import { layout } from "./layout.ts";

/** Where the clinic would ask for a password, the demo asks who one would like to be. */
export function signedOutPage(visit: Visit): Html {
  const { settings, words } = visit;
  const main = html`
    <h1>${words.signedOut}</h1>
    <p class="lead">${words.signedOutNext}</p>
    <form method="post" action="/demo">
      <ul class="cards people">${settings.people.map(
        ({ externalId, name, role }) =>
          html`<li><button name="member" value="${externalId}" class="person"><b>${name}</b><small>${words.roles[role]}</small></button></li>`,
      )}</ul>
    </form>`;
  return layout({ visit, title: words.signedOut, main });
}
