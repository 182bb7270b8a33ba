import { type Html, html } from "../html.ts";
import type { Person, Settings } from "../settings.ts";
import { mark } from "./pictures.ts";
import { roleWords } from "./role-words.ts";

interface Frame {
  title: string;
  main: Html;
  /** The address in the navigation that this page belongs to. */
  section?: "/" | "/communities";
  /** Who is signed in, and with whom one may change places in the demo. */
  person?: Person;
  settings?: Settings;
}

const SECTIONS = [
  ["/", "Today"],
  ["/communities", "Communities"],
] as const;

/** What every page of the clinic shares. */
export function layout({ title, main, section, person, settings }: Frame): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Harbour Clinic</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/clinic.css">
    <link rel="stylesheet" href="/pages.css">
    ${settings && person && html`<script type="module" src="${new URL("/kith.js", settings.endpoint).href}"></script>`}
  </head>
  <body>
    ${settings && person && kithSession(settings)}
    <a class="skip" href="#main">Skip to the page</a>
    ${settings && person && switcher(settings, person)}
    <header class="top">
      <div class="width">
        <a class="brand" href="/">${mark}<span><b>Harbour Clinic</b><small>Grief and long illness</small></span></a>
        ${
          person &&
          html`<nav aria-label="Main">${SECTIONS.map(
            ([address, name]) =>
              html`<a href="${address}"${address === section ? html` aria-current="page"` : null}>${name}</a>`,
          )}</nav>`
        }
      </div>
    </header>
    <main id="main" class="width">${main}</main>
    <footer class="bottom">
      <div class="width">
        <p><b>Harbour Clinic</b><br>4 Quay Street<br>Monday to Friday, 8:30 to 17:30</p>
        <p>Reception <a href="tel:+15550100">555 0100</a><br>Nurse line, evenings <a href="tel:+15550142">555 0142</a></p>
        <p>In danger now? Call your emergency number.<br><a href="https://findahelpline.com">Find a helpline near you</a></p>
      </div>
    </footer>
  </body>
</html>`;
}

/** Signs the page in to Kith; the elements stand where a page wants them. */
function kithSession({ publishableKey }: Settings): Html {
  return html`<kith-session publishable-key="${publishableKey}" token-url="/kith-token"></kith-session>`;
}

function switcher({ people }: Settings, person: Person): Html {
  return html`<aside class="demo" aria-label="Demo">
      <form class="width" method="post" action="/sign-in">
        <label for="member">Demo: you are signed in as</label>
        <select id="member" name="member">${people.map(
          ({ externalId, name, role }) =>
            html`<option value="${externalId}"${externalId === person.externalId ? html` selected` : null}>${name}${
              roleWords(role) && `, ${roleWords(role)}`
            }</option>`,
        )}</select>
        <button>Change</button>
        <button formaction="/sign-out">Sign out</button>
      </form>
    </aside>`;
}
