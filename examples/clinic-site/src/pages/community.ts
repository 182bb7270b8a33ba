import type { Community } from "@kith/sdk";
import { type Html, html } from "../html.ts";
import type { Person, Settings } from "../settings.ts";
import { people } from "./communities.ts";
import { layout } from "./layout.ts";

/** One community: what it is for, what its members agree on, and what they offer one another. */
export function communityPage(settings: Settings, person: Person, community: Community): Html {
  const { id, name, description, guidelines, topics, memberCount, viewerMembership } = community;
  const isMember = viewerMembership?.state === "ACTIVE";
  const main = html`
    <p class="back"><a href="/communities">All communities</a></p>
    <h1>${name}</h1>
    ${description && html`<p class="lead">${description}</p>`}
    <div class="two">
      <div class="side">
        <section class="card">
          <h2>About</h2>
          <p>${people(memberCount)}${viewerMembership?.role === "FACILITATOR" && isMember ? ". You look after it." : "."}</p>
          ${topics.length > 0 && html`<p class="quiet">${topics.join(" · ")}</p>`}
          ${guidelines && html`<h3>What we agree on</h3><p class="lines">${guidelines}</p>`}
          <form method="post" action="/communities/${id}/${isMember ? "leave" : "join"}">
            <button class="${isMember ? "plain" : "strong"}">${isMember ? "Leave" : "Join"} this community</button>
          </form>
        </section>
      </div>
      ${
        isMember
          ? html`<kith-support-board community-id="${id}"><a href="https://findahelpline.com">In crisis? Find a helpline</a></kith-support-board>`
          : html`<section class="card"><h2>What its members offer</h2><p>Only members of a community see what is offered in it.</p></section>`
      }
    </div>`;
  return layout({ title: name, main, section: "/communities", person, settings });
}
