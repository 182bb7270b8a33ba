import { type GetToken, KithError, type Request, type Transport, type TransportOptions } from "@kith/sdk";
import { offerSession, type Session } from "../session/session.js";
import { subjectOf, tokenFrom } from "../session/token-source.js";
import { KithSignedOutEvent, type SignedOutReason } from "./kith-session.events.js";

/**
 * Signs the page's visitor in to Kith, for every Kith element on the page. Shows nothing.
 *
 * @attr publishable-key - The partner's key for pages, `pk_…`.
 * @attr token-url - The address on the page's own server that answers a POST with `{ "token": "…" }`.
 * @attr endpoint - The gateway; the host this script came from unless said.
 * @fires kith-signed-out - A member was signed in and is not any more.
 */
export class KithSession extends HTMLElement {
  static readonly observedAttributes = ["publishable-key", "token-url", "endpoint"];

  #getToken: GetToken | null = null;
  #session: Session = { status: "NONE" };
  #subject = "";
  #askedToLeave = false;
  /** Counts the starts, so that what an earlier one still has under way is not heard any more. */
  #start = 0;

  /** Gives the token in place of `token-url`, for pages that fetch it themselves. Null while nobody is signed in. */
  get getToken(): GetToken | null {
    return this.#getToken;
  }
  set getToken(getToken: GetToken | null) {
    this.#getToken = getToken;
    if (this.isConnected) void this.#connect();
  }

  /** How things stand; `NONE` before the element was first on the page. */
  get status(): Session["status"] {
    return this.#session.status;
  }

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.#onReturn);
    if (this.status === "NONE") void this.#connect();
    else offerSession(this, this.#session);
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#onReturn);
    // Moved rather than removed: it is back before this runs, and the elements need not notice.
    queueMicrotask(() => {
      if (!this.isConnected) offerSession(this, null);
    });
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after && this.status !== "NONE") void this.#connect();
  }

  /**
   * Asks for a token again: after a visitor signed in, or when another may have taken over. The elements keep what they
   * hold if it is the same member.
   */
  async refresh(): Promise<void> {
    this.#askedToLeave = false;
    if (this.status !== "SIGNED_IN") return this.#connect();
    const start = this.#start;
    const token = await this.#source()();
    if (start !== this.#start) return;
    if (!token) this.#leave("NO_TOKEN");
    else if (subjectOf(token) !== this.#subject) await this.#connect();
  }

  /** Forgets the member: every element on the page lets go of what it shows and holds, until `refresh()`. */
  signOut(): void {
    this.#askedToLeave = true;
    this.#leave("ASKED");
  }

  readonly #onReturn = (): void => {
    const waiting = this.status === "FAILED" || (this.status === "SIGNED_OUT" && !this.#askedToLeave);
    if (document.visibilityState === "visible" && waiting) void this.#connect();
  };

  #source(): GetToken {
    const address = this.getAttribute("token-url");
    return this.#getToken ?? (address ? tokenFrom(address) : () => null);
  }

  async #connect(): Promise<void> {
    const start = ++this.#start;
    const source = this.#source();
    this.#show({ status: "CONNECTING" });
    try {
      const token = await source();
      if (start !== this.#start) return;
      this.#subject = token ? subjectOf(token) : "";
      this.#show(token ? { status: "SIGNED_IN", request: this.#requestAs(token, source) } : { status: "SIGNED_OUT" });
    } catch (error) {
      if (start === this.#start) this.#show({ status: "FAILED", error, retry: () => void this.#connect() });
    }
  }

  #requestAs(token: string, source: GetToken): Request {
    const start = this.#start;
    let fetched: string | null = token;
    const options: TransportOptions = {
      endpoint: this.getAttribute("endpoint") ?? new URL("/", import.meta.url),
      key: this.getAttribute("publishable-key") ?? undefined,
      getToken: async () => {
        const next = fetched ?? (await source());
        fetched = null;
        if (next && start === this.#start && subjectOf(next) === this.#subject) return next;
        // Nothing may go out under another's name, nor under the page's key in place of the member's.
        if (start === this.#start) next ? void this.#connect() : this.#leave("NO_TOKEN");
        throw new Error("The member who was signed in is not any more.");
      },
    };
    const open = async () => (await import("../gateway/transport.js")).createTransport(options);
    let transport: Promise<Transport> | null = null;
    const asMember = async (...given: Parameters<Request>) => {
      try {
        transport ??= open();
        const { request } = await transport.catch((error: unknown) => {
          transport = null;
          throw error;
        });
        return await request(...given);
      } catch (error) {
        if (start === this.#start && isRefusal(error)) this.#leave("REFUSED");
        throw error;
      }
    };
    return asMember as Request;
  }

  #leave(reason: SignedOutReason): void {
    this.#start++;
    const wasIn = this.status === "SIGNED_IN";
    this.#show({ status: "SIGNED_OUT" });
    if (wasIn) this.dispatchEvent(new KithSignedOutEvent(reason));
  }

  #show(session: Session): void {
    this.#session = session;
    if (this.isConnected) offerSession(this, session);
  }
}

// A token that could not be fetched says nothing about who is signed in: the line may be down.
function isRefusal(error: unknown): boolean {
  return error instanceof KithError && error.code === "UNAUTHENTICATED" && error.reason !== "TOKEN_CALLBACK";
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-session": KithSession;
  }
}
