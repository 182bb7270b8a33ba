import { html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { sharedWords } from "../words/shared-words.js";
import type { WordsController } from "../words/words.controller.js";
import { leaveFast, NEUTRAL_PAGE, onTripleEscape } from "./quick-exit.js";

/** A directory of crisis lines for every country. */
const DIRECTORY = "https://findahelpline.com";

/** The foot of every public element: crisis help, what the page itself put there, and the way out. */
export class FootController implements ReactiveController {
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly words: WordsController,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = onTripleEscape(this.#leave);
  }

  hostDisconnected(): void {
    this.#stop?.();
  }

  /** Where crisis help is: what the page linked to inside the element, else what it named, else a directory. */
  get crisisAddress(): string {
    return this.host.querySelector("a")?.href ?? this.#address;
  }

  render(): TemplateResult {
    const address = this.#address;
    const pasted = [...this.host.querySelectorAll("a")].some(
      (link) => link.href === new URL(address, location.href).href,
    );
    const strings = this.words.value?.of(sharedWords);
    // Where no words come, the address speaks for itself in any language.
    const help = strings?.crisis ?? (this.words.failed ? new URL(address, location.href).hostname : null);
    return html`<div class="foot" part="foot">
      <span>
        <slot @slotchange=${() => this.host.requestUpdate()}></slot>
        <a part="crisis-link" href=${address} target="_blank" rel="noopener noreferrer" ?hidden=${pasted || !help}>${help}</a>
      </span>
      <a part="exit-link" href=${this.#exitAddress} title=${ifDefined(strings?.exitHint)} ?hidden=${!strings} @click=${this.#onExit}>${strings?.exit}</a>
    </div>`;
  }

  get #address(): string {
    return this.#setting("crisis-url") ?? DIRECTORY;
  }

  get #exitAddress(): string {
    return this.#setting("exit-url") ?? NEUTRAL_PAGE;
  }

  readonly #leave = (): void => leaveFast(this.#exitAddress);

  readonly #onExit = (event: Event): void => {
    event.preventDefault();
    this.#leave();
  };

  /** Of the element, else of the page's session, so that a page with many elements says it once. */
  #setting(name: string): string | null {
    return this.host.getAttribute(name) ?? document.querySelector("kith-session")?.getAttribute(name) ?? null;
  }
}
