import type { GetToken, Request } from "@kith/sdk";
import type { MemberGateway, SignedIn } from "../gateway/member-gateway.js";
import type { Follow } from "../session/follow.js";
import { forgetting, offer, type Session } from "../session/session.js";
import { askForToken, subjectOf, type TokenSource, tokenFrom } from "../session/token-source.js";
import type { WordOverrides } from "../words/overrides.js";
import { KithSignedOutEvent, type SignedOutReason } from "./kith-session.events.js";

/**
 * Signs the page's visitor in to Kith, for every Kith element on the page. Shows nothing.
 *
 * @attr publishable-key - The partner's key for pages, `pk_…`.
 * @attr token-url - The address on the page's own server that answers a POST with `{ "token": "…" }`.
 * @attr endpoint - The gateway; the host this script came from unless said.
 * @attr crisis-url - Crisis help, for every element of the page that says nothing else.
 * @attr exit-url - Where "Leave this page fast" goes, likewise.
 * @fires kith-signed-out - A member was signed in and is not any more.
 */
export class KithSession extends HTMLElement {
  static readonly observedAttributes = ["publishable-key", "token-url", "endpoint"];

  #getToken: GetToken | null = null;
  #words: WordOverrides | null = null;
  #session: Session = { status: "NONE" };
  #subject = "";
  #askedToLeave = false;
  /** Ends when another start begins, so that what an earlier one still has under way is not heard any more. */
  #life = new AbortController();
  /** Ends when the element leaves the page. */
  #here = new AbortController();
  /** Ends with `destroy()`. */
  #calls = new AbortController();

  /** Gives the token in place of `token-url`, for pages that fetch it themselves. Null while nobody is signed in. */
  get getToken(): GetToken | null {
    return this.#getToken;
  }
  set getToken(getToken: GetToken | null) {
    this.#getToken = getToken;
    if (this.isConnected) void this.#connect();
  }

  /**
   * The page's own words in place of ours, for every element: by language, catalogue and name,
   * `{ en: { checkIn: { title: "How are you?" } } }`. May be set before this element is there, and at any time.
   */
  get words(): WordOverrides | null {
    return this.#words;
  }
  set words(words: WordOverrides | null) {
    this.#words = words;
    if (this.isConnected) this.#show(this.#session);
  }

  /** How things stand; `NONE` before the element was first on the page. */
  get status(): Session["status"] {
    return this.#session.status;
  }

  connectedCallback(): void {
    const here = (this.#here = new AbortController());
    document.addEventListener("visibilitychange", this.#onReturn, here);
    window.addEventListener("online", this.#onReturn, here);
    window.addEventListener("pageshow", this.#onHistory, here);
    this.#getToken = this.#early("getToken") ?? this.#getToken;
    this.#words = this.#early("words") ?? this.#words;
    if (this.status === "NONE") void this.#connect();
    else this.#show(this.#session);
  }

  disconnectedCallback(): void {
    this.#here.abort();
    // Moved rather than removed: it is back before this runs, and the elements need not notice.
    queueMicrotask(() => {
      if (!this.isConnected) offer(this, null);
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
    const life = this.#life.signal;
    const token = await askForToken(this.#source(), life);
    if (life.aborted) return;
    if (!token) this.#leave("NO_TOKEN");
    else if (subjectOf(token) !== this.#subject) await this.#connect();
  }

  /** Forgets the member: every element on the page lets go of what it shows and holds, until `refresh()`. */
  signOut(): void {
    this.#askedToLeave = true;
    this.#leave("ASKED");
  }

  /**
   * Takes the element off the page, ends what it has under way, and forgets the member, without an event. Nothing is left
   * behind: no call, timer or listener. May be called again; put on a page again, the element begins anew.
   */
  destroy(): void {
    this.remove();
    this.#begin();
    this.#calls.abort();
    this.#calls = new AbortController();
    this.#askedToLeave = false;
    this.#session = { status: "NONE" };
    offer(this, null);
  }

  readonly #onReturn = (): void => {
    const waiting = this.status === "FAILED" || (this.status === "SIGNED_OUT" && !this.#askedToLeave);
    if (document.visibilityState === "visible" && waiting) void this.#connect();
  };

  /** Back on a page the browser had kept as it was: somebody else may be signed in by now. */
  readonly #onHistory = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.status === "SIGNED_IN") this.refresh().catch(() => {});
  };

  /** What a page set before this code came: it hides the accessor. */
  #early<Name extends "getToken" | "words">(name: Name): this[Name] | undefined {
    const early = Object.getOwnPropertyDescriptor(this, name)?.value as this[Name] | undefined;
    Reflect.deleteProperty(this, name);
    return early;
  }

  #source(): TokenSource {
    const address = this.getAttribute("token-url");
    return this.#getToken ?? (address ? tokenFrom(address) : () => null);
  }

  #begin(): AbortSignal {
    this.#life.abort();
    this.#life = new AbortController();
    return this.#life.signal;
  }

  async #connect(): Promise<void> {
    const life = this.#begin();
    const source = this.#source();
    this.#show({ status: "CONNECTING" });
    try {
      const token = await askForToken(source, life);
      if (life.aborted) return;
      const subject = token ? subjectOf(token) : "";
      this.#subject = subject;
      this.#show(
        token ? { status: "SIGNED_IN", subject, ...this.#actAs(token, source, life) } : { status: "SIGNED_OUT" },
      );
    } catch (error) {
      if (!life.aborted) this.#show({ status: "FAILED", error, retry: () => void this.#connect() });
    }
  }

  #actAs(token: string, source: TokenSource, life: AbortSignal): { request: Request; follow: Follow } {
    const member: SignedIn = {
      endpoint: this.getAttribute("endpoint") ?? new URL("/", import.meta.url),
      key: this.getAttribute("publishable-key") ?? undefined,
      token,
      source,
      life,
      calls: this.#calls.signal,
      another: () => void this.#connect(),
      nobody: (reason) => this.#leave(reason),
    };
    let opened: Promise<MemberGateway> | null = null;
    const open = async () => {
      opened ??= import("../gateway/member-gateway.js").then(({ memberGateway }) => memberGateway(member));
      opened.catch(() => {
        opened = null;
      });
      return opened;
    };
    return {
      request: (async (...given: Parameters<Request>) => (await open()).request(...given)) as Request,
      follow(...given) {
        const stop = new AbortController();
        open()
          .then(({ follow }) => follow(...given, stop.signal))
          .catch(() => {});
        return () => stop.abort();
      },
    };
  }

  #leave(reason: SignedOutReason): void {
    this.#begin();
    const wasIn = this.status === "SIGNED_IN";
    if (reason !== "NO_TOKEN") forgetKept(this.#subject || null);
    this.#show({ status: "SIGNED_OUT" });
    if (wasIn) this.dispatchEvent(new KithSignedOutEvent(reason));
  }

  #show(session: Session): void {
    this.#session = session;
    if (this.isConnected) offer(this, { session, words: this.#words });
  }
}

/** Whoever signs out leaves nothing on the device; where it is not known who, nobody does. */
function forgetKept(subject: string | null): void {
  // At once, so that whatever is read or kept from here on comes after it, however long the code takes to come.
  forgetting.times++;
  forgetting.waiting.add(subject);
  (forgetting.now?.() ?? import("../keeping/kept.js").then(() => forgetting.now?.()))
    // Without the code that knows whose is what, or without a way to tell: all of it.
    .catch(() => indexedDB.deleteDatabase("kith"))
    .catch(() => {});
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-session": KithSession;
  }
}
