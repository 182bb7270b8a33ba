import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";

/** Tells those who listen rather than look what has happened. Its region must be on the page before it speaks. */
export class Announcer implements ReactiveController {
  #words = "";

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  say(words: string): void {
    // The same words twice would be no change, and so not be read again.
    this.#words = words === this.#words ? `${words}\u00a0` : words;
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<p class="unseen" role="status">${this.#words}</p>`;
  }
}
