import type { CrisisLine, CrisisPhone } from "@kith/core/safety";
import { html, type TemplateResult } from "lit";
import type { Words } from "../../platform/words/words.js";
import { callAddress, numeral, textAddress } from "./reach.js";
import { crisisHelpWords } from "./words.js";

/** One line: who it is for, and each way to reach it. */
export function lineCard(line: CrisisLine, words: Words): TemplateResult {
  const { name, phones = [], text, url } = line;
  const strings = words.of(crisisHelpWords);
  const about = aboutLine(line, words);
  return html`<li>
    <h4><bdi lang="">${name}</bdi></h4>
    ${about ? html`<p class="small muted">${about}</p>` : null}
    <div class="ways">
      ${phones.map(
        (phone) =>
          html`<a class="reach" href=${callAddress(phone)}>
            <span>${strings.call} ${numeral(phone.number)}</span> ${aboutPhone(phone, words)}
          </a>`,
      )}
      ${
        text
          ? html`<a class="reach" href=${textAddress(text)}>
              <span>${text.word ? strings.textWord(text.word) : strings.text} ${numeral(text.number)}</span>
            </a>`
          : null
      }
      ${url ? html`<a class="site" href=${url} target="_blank" rel="noopener noreferrer">${numeral(siteName(url))}</a>` : null}
    </div>
  </li>`;
}

function aboutLine({ audience, languages = [], alwaysOpen, checkedOn }: CrisisLine, words: Words): string {
  const strings = words.of(crisisHelpWords);
  const checked = checkedOn && new Intl.DateTimeFormat(words.locale, { dateStyle: "long" }).format(new Date(checkedOn));
  return [
    audience === "EVERYONE" ? "" : strings.audience[audience],
    languageNames(languages, words.locale),
    alwaysOpen ? strings.open : "",
    checked ? strings.checked(checked) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function aboutPhone(
  { thenPress, area, landlineOnly, languages = [] }: CrisisPhone,
  words: Words,
): TemplateResult | null {
  const strings = words.of(crisisHelpWords);
  const about = [
    thenPress && strings.thenPress(thenPress),
    area && strings.area(area),
    landlineOnly && strings.landline,
    languageNames(languages, words.locale),
  ].filter(Boolean);
  return about.length ? html`<span class="small">${about.join(", ")}</span>` : null;
}

function languageNames(tags: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  return tags.map((tag) => names.of(tag)).join(", ");
}

function siteName(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
