import type { ReactiveController, ReactiveControllerHost } from "lit";

// Switching to the window tells of itself twice: it becomes visible, and it takes the focus.
const APART = 1_000;

/** Calls `back` when someone returns to the page, who then should not look at what was true an hour ago. */
export class PageReturn implements ReactiveController {
  #last = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly back: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("focus", this.#onReturn);
    document.addEventListener("visibilitychange", this.#onReturn);
  }

  hostDisconnected(): void {
    window.removeEventListener("focus", this.#onReturn);
    document.removeEventListener("visibilitychange", this.#onReturn);
  }

  readonly #onReturn = (): void => {
    // By the clock on the wall: while a device sleeps, the time of events may stand still.
    const now = Date.now();
    if (document.visibilityState === "hidden" || Math.abs(now - this.#last) < APART) return;
    this.#last = now;
    this.back();
  };
}
