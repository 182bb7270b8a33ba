import type { ReactiveController, ReactiveControllerHost, TemplateResult } from "lit";
import { loadingState, problemState } from "./states.js";

/** A part of an element whose code is fetched when it is first opened. */
export class LazyPart implements ReactiveController {
  #state: "CLOSED" | "COMING" | "READY" | "FAILED" = "CLOSED";

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly tag: string,
    private readonly load: () => Promise<CustomElementConstructor>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  readonly open = async (): Promise<void> => {
    if (this.#state === "READY") return;
    this.#enter("COMING");
    try {
      const constructor = await this.load();
      if (!customElements.get(this.tag)) customElements.define(this.tag, constructor);
      this.#enter("READY");
    } catch (error) {
      reportError(error);
      this.#enter("FAILED");
    }
  };

  /** The part once it can be shown, and until then how far it is; nothing before it was opened. */
  render(part: TemplateResult): TemplateResult | null {
    switch (this.#state) {
      case "CLOSED":
        return null;
      case "COMING":
        return loadingState(2);
      case "FAILED":
        return problemState(null, this.open);
      case "READY":
        return part;
    }
  }

  #enter(state: "COMING" | "READY" | "FAILED"): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}
