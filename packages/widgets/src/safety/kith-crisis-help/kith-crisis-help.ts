import { type CrisisHelp, crisisHelp } from "@kith/core/safety";
import { html, LitElement, type TemplateResult } from "lit";
import { FootController } from "../../platform/frame/foot.controller.js";
import { frame } from "../../platform/frame/frame.js";
import { frameStyles } from "../../platform/frame/frame.styles.js";
import { controls } from "../../platform/theme/controls.styles.js";
import { tokens } from "../../platform/theme/tokens.styles.js";
import { mannerOf } from "../../platform/words/languages.js";
import { WordsController } from "../../platform/words/words.controller.js";
import type { Words } from "../../platform/words/words.js";
import { LinesController, loadLines } from "../crisis-lines/lines.controller.js";
import { CountryController } from "./country.controller.js";
import { countryField, countryName } from "./country-field.js";
import { bareHelp, helpFor } from "./help.js";
import { styles } from "./kith-crisis-help.styles.js";
import { callAddress } from "./reach.js";
import { crisisHelpWords } from "./words.js";

/**
 * Whom to call or write to in a crisis, by country and language. Needs no session and no gateway.
 *
 * @attr country - ISO 3166-1 alpha-2; guessed from the device unless said. The reader can change it.
 * @attr crisis-url - The site's own crisis help, where the element holds no links of the page's own.
 * @attr exit-url - Where "Leave this page fast" goes.
 * @attr theme - `light`, `dark` or `auto`; the page's `color-scheme` unless said.
 * @slot - The page's own crisis lines, as links: shown first, and all there is until the element is ready.
 * @csspart card, heading, primary, foot, exit-link
 */
export class KithCrisisHelp extends LitElement {
  static override styles = [tokens, controls, frameStyles, styles];

  static override properties = { country: { attribute: "country" } };

  /** For a page that shows no help now: brings what it takes, in the page's language, for when it may not come. */
  static async keep(): Promise<void> {
    const { language } = mannerOf(document.documentElement.lang, "");
    // What does not come now is asked for again when help is opened.
    await Promise.allSettled([loadLines(), crisisHelpWords.load(language)]);
  }

  declare country: string | null;
  #said = "";

  readonly #words = new WordsController(this, crisisHelpWords);
  readonly #foot = new FootController(this, this.#words);
  readonly #country = new CountryController(this);
  readonly #lines = new LinesController(this);

  /** Takes the element off the page. May be called again; put back, it goes on. */
  destroy(): void {
    this.remove();
  }

  override render(): TemplateResult {
    const words = this.#words.value;
    const help = crisisHelp({
      country: this.#country.code,
      language: words?.language ?? navigator.language,
      lines: this.#lines.value?.CRISIS_LINES ?? [],
    });
    this.#sift(help);
    if (!words) {
      return html`<section class="card" part="card">
        <div class="stack">${this.#own(null)}${bareHelp(help)}</div>
        ${this.#foot.render()}
      </section>`;
    }
    const strings = words.of(crisisHelpWords);
    return frame(words, {
      title: strings.title,
      body: html`<p class="unseen" role="status">${this.#said}</p>
        <p>${strings.intro}</p>
        ${this.#own(words)}
        ${countryField(this.#country, words, (code) => this.#choose(code, words))}
        ${helpFor(help, this.#lines, words)}`,
      foot: this.#foot.render(),
    });
  }

  /** What the page itself says comes before anything of ours. */
  #own(words: Words | null): TemplateResult {
    const strings = words?.of(crisisHelpWords);
    const links = this.querySelector("a:not([slot=shown])") !== null;
    const address = links ? null : this.#ownAddress;
    return html`<div class="own" ?hidden=${!links && !address}>
      ${strings && (links || address) ? html`<h3>${strings.own}</h3>` : null}
      <slot @slotchange=${() => this.requestUpdate()}></slot>
      ${strings && address ? html`<a class="reach" href=${address}>${strings.ownLink}</a>` : null}
    </div>`;
  }

  /** Links of the page's own that are ours too, such as the emergency number, are not said twice. */
  #sift({ emergency, directories }: CrisisHelp): void {
    const ours = [callAddress({ dial: emergency.number }), ...directories.map(({ url }) => new URL(url).href)];
    for (const link of this.querySelectorAll<HTMLAnchorElement>(":scope > a")) {
      if (ours.includes(link.href)) link.slot = "shown";
      else if (link.slot === "shown") link.removeAttribute("slot");
    }
  }

  /** Where the page says its crisis help is, unless that is here. */
  get #ownAddress(): string | null {
    const said = this.getAttribute("crisis-url") ?? document.querySelector("kith-session")?.getAttribute("crisis-url");
    const here = location.href.split("#")[0];
    return said && new URL(said, location.href).href.split("#")[0] !== here ? said : null;
  }

  #choose(code: string, words: Words): void {
    this.#country.choose(code);
    this.#said = words.of(crisisHelpWords).changed(countryName(code, words.locale));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-crisis-help": KithCrisisHelp;
  }
}
