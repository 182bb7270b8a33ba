import type { CrisisLine } from "@kith/core/safety";
import type { ReactiveController, ReactiveControllerHost } from "lit";

// Nobody in need is left looking at grey boxes: after this long, what is at hand has to do.
const PATIENCE = 3_000;
const AGAIN_AFTER = 10_000;

interface Lines {
  readonly COMPILED: string;
  readonly CRISIS_LINES: readonly CrisisLine[];
}

/** The crisis lines, which stand in a file of their own that browsers keep. Tried again until they have come. */
export class LinesController implements ReactiveController {
  /** Null until they have come. */
  value: Lines | null = null;
  /** They take longer than someone should be kept waiting. */
  late = false;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("online", this.#load);
    this.#after(PATIENCE, this.#tellLate);
    this.#load();
  }

  hostDisconnected(): void {
    window.removeEventListener("online", this.#load);
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  readonly #load = (): void => {
    if (this.value) return;
    loadLines()
      .then(
        (lines) => {
          this.value = lines;
        },
        () => {
          this.late = true;
          if (this.#timers.length) this.#after(AGAIN_AFTER, this.#load);
        },
      )
      .finally(() => this.host.requestUpdate());
  };

  readonly #tellLate = (): void => {
    this.late = true;
    this.host.requestUpdate();
  };

  #after(wait: number, act: () => void): void {
    this.#timers.push(setTimeout(act, wait));
  }
}

/** Fetches them, or finds them where the browser keeps them. Rejects when neither can be. */
export function loadLines(): Promise<Lines> {
  return import("./_generated/crisis-lines.js");
}
