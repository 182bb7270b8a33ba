import { CreateSupportOfferDocument, KithError } from "@kith/sdk";
import { Task } from "@lit/task";
import { html, LitElement, type TemplateResult } from "lit";
import { focusOn } from "../../platform/focus.js";
import { type DraftKeeper, draftKeeper } from "../../platform/keeping/draft.js";
import { restoredNote } from "../../platform/keeping/restored-note.js";
import { keepingWords } from "../../platform/keeping/words.js";
import { ReadingLife } from "../../platform/reading/reading-life.controller.js";
import { SessionController } from "../../platform/session/session.controller.js";
import type { Session } from "../../platform/session/session.js";
import { problemState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import type { Words } from "../../platform/words/words.js";
import { KithSupportOfferCreatedEvent } from "../kith-support-board/kith-support-board.events.js";
import { kindStyles } from "../support-kinds/kind-badge.styles.js";
import { type Draft, EMPTY_DRAFT, type Faults, isBegun, readDraft } from "./draft.js";
import { styles } from "./kith-part-offer-form.styles.js";
import { offerFields } from "./offer-form.js";
import { type OwnChoices, readOwnChoices } from "./own-choices.js";
import { offerFormWords } from "./words.js";

interface State {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly problem: unknown;
  readonly busy: boolean;
  /** The draft was begun before the page was loaded. */
  readonly restored: boolean;
}

/** As it is kept on the device. */
interface Kept {
  readonly draft: Draft;
  readonly key: string | null;
}

const START: State = { draft: EMPTY_DRAFT, faults: {}, problem: null, busy: false, restored: false };

/** The form with which a member offers support, inside `<kith-support-board>`: loaded when first asked for. */
export class KithPartOfferForm extends LitElement {
  static override styles = [controls, kindStyles, styles];

  static override properties = { communityId: { attribute: false }, words: { attribute: false } };

  /** What it speaks with; those of the element around it. */
  declare words: Words;
  /** The community an offer goes to unless the member says otherwise. */
  declare communityId: string | null;
  #state = START;
  /** One key for each wording, so that a sending whose answer was lost does not open the offer twice. */
  #key: string | null = null;
  #keeper: DraftKeeper<Kept> | null = null;
  #keptFor: Session | null = null;

  readonly #session = new SessionController(this, () => this.#clear());
  /** The form can be filled in before this is known, and without it. */
  readonly #own = new Task(this, {
    args: () => [this.#session.session] as const,
    task: async ([session], { signal }) =>
      session.status === "SIGNED_IN" ? await readOwnChoices(session.request, signal) : null,
    onComplete: (own) => this.#prefill(own),
  });

  constructor() {
    super();
    new ReadingLife(this, this.#own);
  }

  override updated(): void {
    const { session } = this.#session;
    if (session === this.#keptFor) return;
    this.#keptFor = session;
    this.#keeper = session.status === "SIGNED_IN" ? draftKeeper(session.subject, "offer") : null;
    void this.#keeper?.restore().then((kept) => {
      if (!kept || session !== this.#session.session || isBegun(this.#state.draft)) return;
      this.#key = kept.key;
      this.#set({ draft: { ...EMPTY_DRAFT, ...kept.draft }, restored: true });
    });
  }

  override render(): TemplateResult {
    const { draft, faults, busy, problem, restored } = this.#state;
    const { words } = this;
    const strings = words.of(offerFormWords);
    const again = () => void this.#own.run();
    return html`<form novalidate @submit=${this.#send}>
      <p class="muted">${strings.intro}</p>
      ${restored ? restoredNote(words.of(keepingWords), this.#startOver) : null}
      ${this.#own.error ? problemState(words, this.#own.error, again) : null}
      ${offerFields({ draft, faults, own: this.#own.value ?? null, words, change: this.#change })}
      <div class="stack">
        ${Object.keys(faults).length ? html`<p class="problem" role="alert">${strings.mend}</p>` : null}
        ${problem ? problemState(words, problem, undefined, strings.safe) : null}
        <div class="row acts">
          <button class="primary" aria-disabled=${busy}>${busy ? strings.sending : strings.send}</button>
          <button type="button" class="quiet" @click=${this.#cancel}>${strings.cancel}</button>
        </div>
      </div>
    </form>`;
  }

  readonly #change = (change: Partial<Draft>): void => {
    this.#key = null;
    // A fault is said until its field is touched, not while it is being mended.
    const faults = Object.entries(this.#state.faults).filter(([field]) => !(field in change));
    this.#set({ draft: { ...this.#state.draft, ...change }, faults: Object.fromEntries(faults), restored: false });
    this.#keep();
  };

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { session } = this.#session;
    if (session.status !== "SIGNED_IN" || this.#state.busy) return;
    // The form may be another member's by the time there is an answer.
    const isHere = () => session === this.#session.session;
    const read = readDraft(this.#state.draft);
    if ("faults" in read) return this.#point(read.faults);
    this.#set({ busy: true, problem: null });
    this.#key ??= Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(36)).join("");
    this.#keep();
    try {
      const options = { idempotencyKey: this.#key };
      const answer = await session.request(CreateSupportOfferDocument, { input: read.input }, options);
      if (!isHere()) return;
      this.#keeper?.set(null);
      this.#clear();
      this.#prefill(this.#own.value ?? null);
      this.dispatchEvent(new KithSupportOfferCreatedEvent({ id: answer.createSupportOffer.supportOffer.id }));
    } catch (error) {
      if (!isHere()) return;
      const field = error instanceof KithError && error.code === "BAD_INPUT" ? error.field?.split(".")[0] : undefined;
      if (field && field in EMPTY_DRAFT) this.#point({ [field]: (error as KithError).reason ?? "" });
      else this.#set({ problem: error });
    } finally {
      if (isHere()) this.#set({ busy: false });
    }
  };

  #point(faults: Faults): void {
    this.#set({ faults, problem: null });
    void focusOn(this, "[aria-invalid=true]");
  }

  readonly #cancel = (): void => {
    this.dispatchEvent(new CustomEvent("kith-part-cancel"));
  };

  #prefill(own: OwnChoices | null): void {
    if (!own) return;
    const { draft } = this.#state;
    const ownCommunity = own.communities.some(({ id }) => id === this.communityId) ? this.communityId : null;
    this.#set({
      draft: {
        ...draft,
        languages: draft.languages.length ? draft.languages : own.languages,
        communityId: draft.communityId || ownCommunity || "",
      },
    });
  }

  /** What is only filled in beforehand is not worth keeping. */
  #keep(): void {
    const { draft } = this.#state;
    this.#keeper?.set(isBegun(draft) ? { draft, key: this.#key } : null);
  }

  readonly #startOver = (): void => {
    this.#keeper?.set(null);
    this.#clear();
    this.#prefill(this.#own.value ?? null);
    void focusOn(this, "input");
  };

  #clear(): void {
    this.#key = null;
    this.#set(START);
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-part-offer-form": KithPartOfferForm;
  }
}
