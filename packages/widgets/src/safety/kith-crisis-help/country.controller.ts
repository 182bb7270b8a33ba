import { countryCode, guessCountry } from "@kith/core/safety";
import type { LitElement, ReactiveController } from "lit";

const KEY = "kith-country";

/** How a country came to be the one that counts. */
export type Told = "CHOSEN" | "GIVEN" | "GUESSED" | "UNKNOWN";

/**
 * Which country the help is for: what the reader chose, else what the page says, else what the device makes probable.
 * A choice is kept for the visit alone, and nobody is asked or told over the network.
 */
export class CountryController implements ReactiveController {
  #chosen: string | null = null;
  #guessed: string | null = null;

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#chosen = countryCode(kept());
    this.#guessed ??= guessCountry(Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.languages);
  }

  get code(): string | null {
    return this.#chosen ?? this.#given ?? this.#guessed;
  }

  get told(): Told {
    if (this.#chosen) return "CHOSEN";
    if (this.#given) return "GIVEN";
    return this.#guessed ? "GUESSED" : "UNKNOWN";
  }

  choose(code: string): void {
    this.#chosen = countryCode(code);
    keep(this.#chosen);
    this.host.requestUpdate();
  }

  get #given(): string | null {
    return countryCode(this.host.getAttribute("country"));
  }
}

// Until the tab is closed. A browser that lets nothing be stored throws: then it holds while the page lives.
function kept(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(code: string | null): void {
  try {
    if (code) sessionStorage.setItem(KEY, code);
    else sessionStorage.removeItem(KEY);
  } catch {
    // Nothing hangs on it.
  }
}
