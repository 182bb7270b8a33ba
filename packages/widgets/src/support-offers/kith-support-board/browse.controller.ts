import {
  type Exchange,
  ProposeExchangeDocument,
  type Request,
  type SupportKind,
  type SupportOffer,
  WithdrawExchangeDocument,
} from "@kith/sdk";
import { Task } from "@lit/task";
import type { LitElement } from "lit";
import { focusOn } from "../../platform/focus.js";
import type { Announcer } from "../../platform/reading/announcer.controller.js";
import { ReadingLife } from "../../platform/reading/reading-life.controller.js";
import type { SessionController } from "../../platform/session/session.controller.js";
import type { Session } from "../../platform/session/session.js";
import type { WordsController } from "../../platform/words/words.controller.js";
import { KithExchangeChangedEvent } from "./kith-support-board.events.js";
import { type Offers, readOffers, type Wanted } from "./offers.js";
import { supportBoardWords } from "./words.js";

const PAGE = 20;

interface BrowseHost extends LitElement {
  communityId: string | null;
}

/** The open offers: which are wanted, what is known of them, and what the member does about one. */
export class BrowseController {
  kind: SupportKind | null = null;
  /** The offer whose button was pressed and is not answered yet. */
  busyId: string | null = null;
  /** What went wrong, and with which offer. */
  failed: { readonly offerId: string; readonly error: unknown } | null = null;
  /** Offers shown in full. */
  readonly opened = new Set<string>();
  #count = PAGE;
  /** The last answer: the task drops its own when a later reading fails. */
  #held: (Offers & { readonly session: Session }) | null = null;
  readonly #task;

  constructor(
    private readonly host: BrowseHost,
    private readonly session: SessionController,
    private readonly words: WordsController,
    private readonly announcer: Announcer,
  ) {
    this.#task = new Task(host, {
      args: () => [session.session, this.kind, host.communityId, this.#count] as const,
      task: async ([session, kind, communityId, count], { signal }) => {
        const wanted = { kind, communityId, count };
        if (session.status !== "SIGNED_IN") return null;
        return { session, ...(await readOffers(session.request, wanted, signal)) };
      },
      onComplete: (offers) => {
        this.#held = offers;
      },
    });
    new ReadingLife(host, this.#task);
  }

  /** The offers for what is asked now and for who asks now, though they may be from before the last refresh. */
  get offers(): Offers | null {
    const held = this.#held;
    return held?.session === this.session.session && this.#asks(held.wanted) ? held : null;
  }

  /** Why the last reading failed, if it did. */
  get error(): unknown {
    return this.#task.error;
  }

  readonly refresh = (): Promise<void> => this.#task.run();

  /** Reads again; whether that showed anything new. */
  async freshen(): Promise<boolean> {
    const before = this.offers?.nodes;
    await this.refresh();
    return before !== undefined && JSON.stringify(before) !== JSON.stringify(this.offers?.nodes);
  }

  async choose(kind: SupportKind | null): Promise<void> {
    this.kind = kind;
    this.#count = PAGE;
    await this.#reread();
  }

  async more(): Promise<void> {
    const shown = this.offers?.nodes.length ?? 0;
    this.#count = shown + PAGE;
    await this.#reread();
    await focusOn(this.host, `li:nth-of-type(${shown + 1}) h3`);
  }

  turn(offer: SupportOffer): void {
    if (!this.opened.delete(offer.id)) this.opened.add(offer.id);
    this.host.requestUpdate();
  }

  ask(offer: SupportOffer): Promise<void> {
    const input = { supportOfferId: offer.id };
    return this.#act(
      offer,
      this.words.of(supportBoardWords).asked(offer.author.displayName ?? null),
      async (request) => {
        return (await request(ProposeExchangeDocument, { input })).proposeExchange.exchange;
      },
    );
  }

  takeBack(offer: SupportOffer, exchangeId: string): Promise<void> {
    return this.#act(offer, this.words.of(supportBoardWords).takenBack, async (request) => {
      return (await request(WithdrawExchangeDocument, { input: { exchangeId } })).withdrawExchange.exchange;
    });
  }

  async #act(offer: SupportOffer, done: string, work: (request: Request) => Promise<Exchange>): Promise<void> {
    const { session } = this.session;
    if (session.status !== "SIGNED_IN" || this.busyId) return;
    this.busyId = offer.id;
    this.failed = null;
    this.host.requestUpdate();
    try {
      const { id, state } = await work(session.request);
      this.host.dispatchEvent(new KithExchangeChangedEvent({ id, state, supportOfferId: offer.id }));
      this.announcer.say(done);
    } catch (error) {
      this.failed = { offerId: offer.id, error };
    }
    // Read again either way: a refusal mostly means that what was shown is not so any more.
    await this.refresh();
    this.busyId = null;
    this.host.requestUpdate();
    if (!this.failed) await focusOn(this.host, `#${offer.id} [data-act]`);
  }

  async #reread(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    await this.#task.taskComplete.catch(() => {});
    const { offers } = this;
    if (offers) this.announcer.say(this.words.of(supportBoardWords).found(offers.nodes.length, offers.hasMore));
  }

  /** Whether it is what is asked for now; fewer of it will do until more have come. */
  #asks({ kind, communityId }: Wanted): boolean {
    return kind === this.kind && communityId === this.host.communityId;
  }
}
