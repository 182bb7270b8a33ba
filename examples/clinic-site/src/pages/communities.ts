import type { Community } from "@kith/sdk";
import { type Html, html } from "../html.ts";
import type { Person, Settings } from "../settings.ts";
import { layout } from "./layout.ts";

/** Every community the signed-in person can see. */
export function communitiesPage(settings: Settings, person: Person, communities: readonly Community[]): Html {
  const main = html`
    <h1>Communities</h1>
    <p class="lead">Small groups of people who live with something alike. Join one to see what its members offer.</p>
    ${communities.length === 0 && html`<p>There are no communities yet.</p>`}
    <ul class="cards">${communities.map(
      ({ id, name, description, memberCount, viewerMembership }) => html`<li class="card">
        <h2><a href="/communities/${id}">${name}</a></h2>
        ${description && html`<p>${description}</p>`}
        <p class="quiet">${people(memberCount)}${viewerMembership?.state === "ACTIVE" ? " · you are one of them" : null}</p>
      </li>`,
    )}</ul>`;
  return layout({ title: "Communities", main, section: "/communities", person, settings });
}

export function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}
