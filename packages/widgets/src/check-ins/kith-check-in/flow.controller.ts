import type { LitElement, ReactiveController } from "lit";
import type { SessionController } from "../../platform/session/session.controller.js";
import type { SignedIn } from "../../platform/session/session.js";
import type { CheckInFlow } from "./check-in-flow.js";

/** What becomes of the answers of the member who is signed in. Its code comes once the questions are there. */
export class FlowController implements ReactiveController {
  /** Null until then. */
  value: CheckInFlow | null = null;
  /** Rejects where the code could not be fetched. */
  coming: Promise<CheckInFlow | null> = Promise.resolve(null);
  #for: SignedIn | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly session: SessionController,
    private readonly start: (member: SignedIn) => Promise<CheckInFlow>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    const { session } = this.session;
    if (this.host.isConnected) this.#turnTo(session.status === "SIGNED_IN" ? session : null);
  }

  hostDisconnected(): void {
    // Moved rather than removed: it is back before this runs.
    queueMicrotask(() => this.host.isConnected || this.#turnTo(null));
  }

  #turnTo(member: SignedIn | null): void {
    if (member === this.#for) return;
    this.value?.stop();
    this.value = null;
    this.#for = member;
    if (!member) return;
    this.coming = this.#fetch(member);
    // Fetched again with the next change, and said when somebody waits for it.
    this.coming.catch(() => {
      if (member === this.#for) this.#for = null;
    });
  }

  async #fetch(member: SignedIn): Promise<CheckInFlow | null> {
    const flow = await this.start(member);
    if (member !== this.#for) {
      flow.stop();
      return null;
    }
    this.value = flow;
    flow.begin();
    this.host.requestUpdate();
    return flow;
  }
}
