import type { Community } from "@kith/sdk";
import { type Html, html } from "../html.ts";
import type { SignedIn } from "../visit.ts";
import { layout } from "./layout.ts";

/** Every community the signed-in person can see. */
export function communitiesPage(visit: SignedIn, communities: readonly Community[]): Html {
  const { words } = visit;
  const main = html`
    <h1>${words.communities}</h1>
    <p class="lead">${words.communitiesLead}</p>
    ${communities.length === 0 && html`<p>${words.noCommunities}</p>`}
    <ul class="cards">${communities.map(
      ({ id, name, description, memberCount, viewerMembership }) => html`<li class="card">
        <h2 dir="auto"><a href="/communities/${id}">${name}</a></h2>
        ${description && html`<p dir="auto">${description}</p>`}
        <p class="quiet">${words.people(memberCount)}${viewerMembership?.state === "ACTIVE" ? ` · ${words.youAreOne}` : null}</p>
      </li>`,
    )}</ul>`;
  return layout({ visit, title: words.communities, main, section: "/communities" });
}
