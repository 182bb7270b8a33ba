import type { Community } from "@kith/sdk";
import { type Html, html } from "../html.ts";
import type { SignedIn } from "../visit.ts";
import { crisisLink } from "./crisis-link.ts";
import { layout } from "./layout.ts";

/** One community: what it is for, what its members agree on, and what they offer one another. */
export function communityPage(visit: SignedIn, community: Community): Html {
  const { words } = visit;
  const { id, name, description, guidelines, topics, memberCount, viewerMembership } = community;
  const isMember = viewerMembership?.state === "ACTIVE";
  const looksAfterIt = isMember && viewerMembership.role === "FACILITATOR";
  const main = html`
    <p class="back"><a href="/communities">${words.allCommunities}</a></p>
    <h1 dir="auto">${name}</h1>
    ${description && html`<p class="lead" dir="auto">${description}</p>`}
    <div class="two">
      <div class="side">
        <section class="card">
          <h2>${words.about}</h2>
          <p>${words.people(memberCount)}.${looksAfterIt && ` ${words.youLookAfterIt}`}</p>
          ${topics.length > 0 && html`<p class="quiet" dir="auto">${topics.join(" · ")}</p>`}
          ${guidelines && html`<h3>${words.agreed}</h3><p class="lines" dir="auto">${guidelines}</p>`}
          <form method="post" action="/communities/${id}/${isMember ? "leave" : "join"}">
            <button class="${isMember ? "plain" : "strong"}">${isMember ? words.leave : words.join}</button>
          </form>
        </section>
      </div>
      ${
        isMember
          ? html`<kith-support-board community-id="${id}">${crisisLink(words)}</kith-support-board>`
          : html`<section class="card"><h2>${words.offersTitle}</h2><p>${words.offersClosed}</p></section>`
      }
    </div>`;
  return layout({ visit, title: name, main, section: "/communities" });
}
