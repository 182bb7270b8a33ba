import { type Html, html } from "../html.ts";
import type { SignedIn } from "../visit.ts";
import { crisisLink } from "./crisis-link.ts";
import { layout } from "./layout.ts";
import { harbour } from "./pictures.ts";

/** The first page after signing in: how one's day is, and who is there for one another. */
export function todayPage(visit: SignedIn): Html {
  const { person, words } = visit;
  const first = person.name.split(" ")[0] ?? person.name;
  const main = html`
    <section class="welcome">
      <h1>${words.welcome(first)}</h1>
      <p>${words.welcomeNext}</p>
      ${harbour}
    </section>
    <div class="two">
      <div class="side">
        <kith-check-in>${crisisLink(words)}</kith-check-in>
        <section class="card">
          <h2>${words.visit.title}</h2>
          <p class="when">${words.visit.when}</p>
          <p>${words.visit.who}</p>
          <p>${words.visit.move} <a href="tel:+15550100" dir="ltr">555 0100</a></p>
        </section>
      </div>
      <div class="side">
        <kith-exchanges>${crisisLink(words)}</kith-exchanges>
        <kith-support-board>${crisisLink(words)}</kith-support-board>
      </div>
    </div>`;
  return layout({ visit, title: words.today, main, section: "/" });
}
