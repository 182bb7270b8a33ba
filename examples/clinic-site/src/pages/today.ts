import { type Html, html } from "../html.ts";
import type { Person, Settings } from "../settings.ts";
import { layout } from "./layout.ts";
import { harbour } from "./pictures.ts";

/** The first page after signing in: how one's day is, and who is there for one another. */
export function todayPage(settings: Settings, person: Person): Html {
  const first = person.name.split(" ")[0] ?? person.name;
  const main = html`
    <section class="welcome">
      <h1>Good to see you, ${first}</h1>
      <p>Between visits you are not on your own. Note how today is, and see who here has time for you.</p>
      ${harbour}
    </section>
    <div class="two">
      <div class="side">
        <kith-check-in><a href="https://findahelpline.com">In crisis? Find a helpline</a></kith-check-in>
        <section class="card">
          <h2>Your next visit</h2>
          <p class="when">Thursday, 10:30</p>
          <p>Dr. Imani Calder, second floor. Please bring your list of medicines.</p>
          <p>Need to move it? Call reception on <a href="tel:+15550100">555 0100</a>.</p>
        </section>
      </div>
      <kith-support-board><a href="https://findahelpline.com">In crisis? Find a helpline</a></kith-support-board>
    </div>`;
  return layout({ title: "Today", main, section: "/", person, settings });
}
