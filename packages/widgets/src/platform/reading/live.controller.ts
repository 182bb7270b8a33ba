import { css, html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import type { Stream } from "../session/follow.js";
import type { SessionController } from "../session/session.controller.js";
import type { Session } from "../session/session.js";
import { isAboutToPress } from "./about-to-press.js";

// Several changes of one moment are one reading.
const TOGETHER = 100;
const MOVES = ["focusout", "pointerout"];

interface Live {
  readonly streams: readonly Stream[];
  /** Reads again what is shown; what is shown may move. */
  readonly read: () => unknown;
  /** Something is being done that ends by itself, and reads again then. */
  readonly isBusy: () => boolean;
  /** Something is half done, such as a question that is open, and must stay as it is. */
  readonly isHeld: () => boolean;
  /** Something has changed that cannot be shown yet: for those who listen. */
  readonly wait: () => void;
}

/** What says so to those who look, and moves nothing either. */
export const liveStyles = css`
  :host {
    position: relative;
  }
  .fresh {
    position: absolute;
    z-index: 1;
    inset-block-start: 0.25rem;
    inset-inline-end: 0.25rem;
    max-width: 90%;
    padding: 0.35rem 0.9rem;
    background: var(--_surface);
    border: 1.5px solid var(--_accent-ink);
    border-radius: var(--_round);
  }
`;

/**
 * Tells an element that what it shows has changed, but not while its reader is about to press something or has a
 * question open: nothing moves under them, and it is told as soon as they have moved on.
 */
export class LiveController implements ReactiveController {
  #waits = false;
  #session: Session | null = null;
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly session: SessionController,
    private readonly live: Live,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Whoever left and came back to the page has nothing new to render, and would else not be followed.
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    // What still renders after it was taken off the page follows nothing.
    if (!this.host.isConnected) return;
    const { session } = this.session;
    if (session !== this.#session) this.#follow(session);
    // A question may have been closed.
    if (this.#waits && !this.#isInTheWay()) this.#onChange();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Nothing while all is shown. */
  renderNote(words: string): TemplateResult | null {
    return this.#waits ? html`<p class="fresh small">${words}</p>` : null;
  }

  #follow(session: Session): void {
    this.#leave();
    this.#session = session;
    if (session.status !== "SIGNED_IN") return;
    this.#stops = this.live.streams.map((stream) => session.follow(stream, this.#onChange));
    for (const type of MOVES) this.host.renderRoot.addEventListener(type, this.#onMove);
  }

  #leave(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#session = null;
    this.#waits = false;
    clearTimeout(this.#timer);
    for (const type of MOVES) this.host.renderRoot.removeEventListener(type, this.#onMove);
  }

  #isInTheWay(): boolean {
    return this.live.isHeld() || isAboutToPress(this.host.renderRoot);
  }

  readonly #onChange = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#show, TOGETHER);
  };

  // What the pointer or the focus goes to next is known only after this.
  readonly #onMove = (): void => {
    if (this.#waits) this.#onChange();
  };

  readonly #show = (): void => {
    if (this.live.isBusy()) return this.#onChange();
    const waits = this.#isInTheWay();
    if (!waits) this.live.read();
    if (waits === this.#waits) return;
    this.#waits = waits;
    if (waits) this.live.wait();
    this.host.requestUpdate();
  };
}
