import { type Html, html } from "../html.ts";
import { directionOf } from "../look.ts";
import type { Settings } from "../settings.ts";
import type { Visit } from "../visit.ts";
import { demoBar } from "./demo-bar.ts";
import { mark } from "./pictures.ts";

interface Frame {
  visit: Visit;
  title: string;
  main: Html;
  /** The address in the navigation that this page belongs to. */
  section?: "/" | "/communities" | "/help";
}

/** What every page of the clinic shares. */
export function layout({ visit, title, main, section }: Frame): Html {
  const { settings, person, look, words } = visit;
  return html`<!doctype html>
<html lang="${look.language}" dir="${directionOf(look)}" data-theme="${look.theme}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="${look.theme === "auto" ? "light dark" : look.theme}">
    <title>${title} · Harbour Clinic</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/clinic.css">
    <link rel="stylesheet" href="/pages.css">
    <script type="module" src="${new URL("/kith.js", settings.endpoint).href}"></script>
  </head>
  <body>
    ${person && kithSession(settings)}
    <a class="skip" href="#main">${words.skip}</a>
    ${demoBar(visit)}
    <header class="top">
      <div class="width">
        <a class="brand" href="/">${mark}<span><b>Harbour Clinic</b><small>${words.tagline}</small></span></a>
        ${navigation(visit, section)}
      </div>
    </header>
    <main id="main" class="width">${main}</main>
    <footer class="bottom">
      <div class="width">
        <p><b>Harbour Clinic</b><br><bdi dir="ltr">4 Quay Street</bdi><br>${words.foot.hours}</p>
        <p>${words.foot.reception} <a href="tel:+15550100" dir="ltr">555 0100</a><br>${words.foot.nurse} <a href="tel:+15550142" dir="ltr">555 0142</a></p>
        <p>${words.foot.danger}<br><a href="https://findahelpline.com">${words.foot.helpline}</a></p>
      </div>
    </footer>
  </body>
</html>`;
}

/** Help is there for everyone, signed in or not. */
function navigation({ person, words }: Visit, section: Frame["section"]): Html {
  const own = [
    ["/", words.today],
    ["/communities", words.communities],
  ] as const;
  const sections = [...(person ? own : []), ["/help", words.help] as const];
  return html`<nav aria-label="${words.menu}">${sections.map(
    ([address, name]) =>
      html`<a href="${address}"${address === section ? html` aria-current="page"` : null}>${name}</a>`,
  )}</nav>`;
}

/** Signs the page in to Kith; the elements stand where a page wants them. */
function kithSession({ publishableKey }: Settings): Html {
  return html`<kith-session publishable-key="${publishableKey}" token-url="/kith-token" crisis-url="/help"></kith-session>`;
}
