import { type Html, html } from "../html.ts";
import type { Settings } from "../settings.ts";
import { layout } from "./layout.ts";
import { roleWords } from "./role-words.ts";

/** Where the clinic would ask for a password, the demo asks who one would like to be. */
export function signedOutPage({ people }: Settings): Html {
  const main = html`
    <h1>You are signed out</h1>
    <p class="lead">In this demo no password is needed. Who are you today?</p>
    <form method="post" action="/sign-in">
      <ul class="cards people">${people.map(
        ({ externalId, name, role }) =>
          html`<li><button name="member" value="${externalId}" class="person"><b>${name}</b><small>${roleWords(role)}</small></button></li>`,
      )}</ul>
    </form>`;
  return layout({ title: "Signed out", main });
}
