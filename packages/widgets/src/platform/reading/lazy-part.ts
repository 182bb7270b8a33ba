import type { ReactiveControllerHost, TemplateResult } from "lit";
import { loadingState, problemState } from "../states.js";
import type { Catalogue } from "../words/catalogue.js";
import type { WordsController } from "../words/words.controller.js";
import type { Words } from "../words/words.js";

/** A part of an element whose code and words are fetched when it is first opened. */
export class LazyPart {
  #state: "CLOSED" | "COMING" | "READY" | "FAILED" = "CLOSED";

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly words: WordsController,
    private readonly tag: string,
    private readonly catalogue: Catalogue,
    private readonly load: () => Promise<CustomElementConstructor>,
  ) {}

  readonly open = async (): Promise<void> => {
    if (this.#state === "READY") return;
    this.#enter("COMING");
    try {
      const [constructor] = await Promise.all([this.load(), this.words.add(this.catalogue)]);
      if (!customElements.get(this.tag)) customElements.define(this.tag, constructor);
      this.#enter("READY");
    } catch (error) {
      reportError(error);
      this.#enter("FAILED");
    }
  };

  /** The part once it can be shown, and until then how far it is; nothing before it was opened. */
  render(words: Words, part: TemplateResult): TemplateResult | null {
    switch (this.#state) {
      case "CLOSED":
        return null;
      case "COMING":
        return loadingState(words, 2);
      case "FAILED":
        return problemState(words, null, this.open);
      case "READY":
        return part;
    }
  }

  #enter(state: "COMING" | "READY" | "FAILED"): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
