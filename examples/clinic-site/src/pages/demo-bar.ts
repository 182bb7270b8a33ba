import { type Html, html } from "../html.ts";
import { DIRECTIONS, LANGUAGES, THEMES } from "../look.ts";
import type { Visit } from "../visit.ts";

/** What a real clinic would not have: changing places with somebody else, and how the site is seen. */
export function demoBar({ settings, person, look, words }: Visit): Html {
  const { demo } = words;
  const themes = THEMES.map((theme) => [theme, demo.themes[theme]] as const);
  const directions = DIRECTIONS.map((direction) => [direction, demo.directions[direction]] as const);
  return html`<aside class="demo" aria-label="${demo.label}">
      <form class="width" method="post" action="/demo">
        ${
          person &&
          choice(
            { name: "member", label: demo.person, chosen: person.externalId },
            settings.people.map(({ externalId, name, role }) => {
              const does = words.roles[role];
              return [externalId, does ? `${name}, ${does}` : name] as const;
            }),
          )
        }
        ${choice({ name: "language", label: demo.language, chosen: look.language }, LANGUAGES.map(named))}
        ${choice({ name: "theme", label: demo.theme, chosen: look.theme }, themes)}
        ${choice({ name: "direction", label: demo.direction, chosen: look.direction }, directions)}
        <span class="do">
          <button>${demo.change}</button>
          ${person && html`<button formaction="/sign-out">${demo.signOut}</button>`}
        </span>
      </form>
    </aside>`;
}

/** A language in its own name, so that whoever needs it can read it. */
function named(language: string): readonly [string, string] {
  return [language, new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language];
}

function choice(
  { name, label, chosen }: { name: string; label: string; chosen: string },
  options: readonly (readonly [value: string, words: string])[],
): Html {
  return html`<label><span>${label}</span>
          <select name="${name}">${options.map(
            ([value, words]) =>
              html`<option value="${value}"${value === chosen ? html` selected` : null}>${words}</option>`,
          )}</select></label>`;
}
