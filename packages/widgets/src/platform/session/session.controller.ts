import type { ReactiveController, ReactiveControllerHost } from "lit";
import { currentOffer, onOfferChange, type Session } from "./session.js";

// Long enough for a page that adds its session last; then silence would leave the reader with grey boxes for good.
const PATIENCE = 5_000;

/** Follows the page's session for an element, and tells it when another member takes over or nobody is left. */
export class SessionController implements ReactiveController {
  #session: Session = currentOffer().session;
  #waited = false;
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly onMemberChange: () => void = () => {},
  ) {
    host.addController(this);
  }

  /** As the page's, but that a page without any session counts as signed out after a while. */
  get session(): Session {
    return this.#session.status === "NONE" && this.#waited ? { status: "SIGNED_OUT" } : this.#session;
  }

  hostConnected(): void {
    this.#stop = onOfferChange(() => this.#update());
    this.#timer = setTimeout(() => {
      this.#waited = true;
      this.host.requestUpdate();
    }, PATIENCE);
    this.#update();
  }

  hostDisconnected(): void {
    this.#stop?.();
    clearTimeout(this.#timer);
  }

  /** For `destroy()`: what the host holds of a member goes, whoever comes next. */
  leave(): void {
    this.#session = { status: "NONE" };
    this.onMemberChange();
    this.host.requestUpdate();
  }

  #update(): void {
    const before = this.#session;
    this.#session = currentOffer().session;
    if (before === this.#session) return;
    // What one member typed or saw is never left for the next one.
    if (before.status === "SIGNED_IN") this.onMemberChange();
    this.host.requestUpdate();
  }
}
