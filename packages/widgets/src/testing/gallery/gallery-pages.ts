import type { ElementStates, GalleryState } from "./gallery-state.js";

export interface Gallery {
  readonly elements: readonly ElementStates[];
  /** Where the widgets and the answers come from. */
  readonly gateway: string;
}

export const GALLERY_STYLES = `
  html { color-scheme: light dark; } html.light { color-scheme: light; } html.dark { color-scheme: dark; }
  body { margin: 0; font-family: "Source Sans 3", "DejaVu Sans", system-ui, sans-serif; line-height: 1.5;
    background: light-dark(#f6f2ea, #101615); color: light-dark(#24302d, #edefea); }
  .state { padding: 16px; } .state h1 { position: absolute; opacity: 0; pointer-events: none; font-size: 1px; } .state > main > * { max-width: 46rem; margin: 0 auto; }
  header { position: sticky; top: 0; z-index: 1; padding: 12px 24px; display: flex; flex-wrap: wrap; gap: 8px 24px;
    align-items: end; background: light-dark(#fffdf9, #171e1d); border-bottom: 1px solid light-dark(#ddd5c7, #34403e); }
  header h1 { font-size: 1.1rem; margin: 0 auto 0 0; align-self: center; }
  label { display: grid; font-size: .85rem; } label > * { font: inherit; font-size: 1rem; min-height: 2.2rem; }
  header form { display: flex; flex-wrap: wrap; gap: 8px 16px; }
  section { padding: 8px 24px 32px; } h2 { font-size: 1.1rem; margin: 16px 0; }
  .states { display: flex; flex-wrap: wrap; gap: 24px; align-items: start; }
  figure { margin: 0; } figcaption { font-size: .9rem; margin-bottom: 4px; } figcaption a { color: inherit; }
  iframe { display: block; border: 1px dashed light-dark(#ddd5c7, #34403e); max-width: 100%; width: 800px; height: 400px; }
  .w320 iframe { width: 320px; } .w480 iframe { width: 480px; } .w1200 iframe { width: 1200px; }
`;

/** All states side by side, and switches that every one of them follows. */
export function indexPage({ elements, gateway }: Gallery): string {
  const choice = (name: string, words: string, options: readonly string[]) =>
    `<label>${words}<select name="${name}">${options.map((option) => `<option>${option}</option>`).join("")}</select></label>`;
  const frame = (element: string, { name }: GalleryState) =>
    `<figure><figcaption><a data-state="${element}/${name}">${name}</a></figcaption><iframe title="${element}: ${name}" data-state="${element}/${name}"></iframe></figure>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Every state of every element</title><link rel="stylesheet" href="/gallery.css">
<header><h1>Every state of every element</h1><form>
${choice("lang", "Language", ["en", "es", "fr", "de", "pt", "ar", "ja"])}
${choice("dir", "Direction", ["as the language", "ltr", "rtl"])}
${choice("theme", "Theme", ["light", "dark", "system"])}
${choice("width", "Width", ["800", "320", "480", "1200"])}
${choice("only", "Element", ["all", ...elements.map(({ element }) => element)])}
<label>Accent <input type="color" name="accent" value="#1f6f66"></label></form></header>
${elements
  .map(
    ({ element, states }) =>
      `<section data-element="${element}"><h2>&lt;${element}&gt;</h2><div class="states">${states.map((state) => frame(element, state)).join("")}</div></section>`,
  )
  .join("")}
<script type="module" src="${gateway}/gallery-index.js"></script></html>`;
}

/** One state. Its steps stand beside it as data, for the script that takes them. */
export function statePage(
  { elements, gateway }: Gallery,
  key: string,
  state: GalleryState,
  look: URLSearchParams,
): string {
  const markup = elements.find(({ element }) => key.startsWith(`${element}/`))?.markup ?? "";
  const lang = look.get("lang") ?? "en";
  const steps = JSON.stringify({ reach: state.reach ?? [], shows: state.shows }).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="${lang}" dir="${look.get("dir") ?? (lang === "ar" ? "rtl" : "ltr")}" class="${look.get("theme") ?? "light"}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${key}</title>
<link rel="stylesheet" href="/gallery.css"><script type="module" src="${gateway}/kith.js"></script></head>
<body class="state"><main><h1>${key}</h1><kith-session publishable-key="pk_gallery" token-url="/kith-token?state=${encodeURIComponent(key)}"></kith-session>${markup}</main>
<script type="application/json" id="steps">${steps}</script><script type="module" src="${gateway}/gallery-state.js"></script></body></html>`;
}
