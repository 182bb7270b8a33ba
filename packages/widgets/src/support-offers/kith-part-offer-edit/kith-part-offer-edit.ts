import { KithError, type SupportOffer, UpdateSupportOfferDocument } from "@kith/sdk";
import { Task } from "@lit/task";
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { focusOn } from "../../platform/focus.js";
import { SessionController } from "../../platform/session/session.controller.js";
import { problemState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import type { Words } from "../../platform/words/words.js";
import { type Draft, EMPTY_DRAFT, type Faults, readDraft } from "../kith-part-offer-form/draft.js";
import { styles } from "../kith-part-offer-form/kith-part-offer-form.styles.js";
import { offerFields } from "../kith-part-offer-form/offer-form.js";
import { readOwnChoices } from "../kith-part-offer-form/own-choices.js";
import { offerFormWords } from "../kith-part-offer-form/words.js";
import { kindStyles } from "../support-kinds/kind-badge.styles.js";

interface State {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly problem: unknown;
  readonly busy: boolean;
}

/** The form with which a member changes an offer of their own, inside `<kith-support-board>`. */
export class KithPartOfferEdit extends LitElement {
  static override styles = [controls, kindStyles, styles];

  static override properties = { offer: { attribute: false }, words: { attribute: false } };

  declare words: Words;
  /** What is changed; another one begins anew. */
  declare offer: SupportOffer;
  #state: State = { draft: EMPTY_DRAFT, faults: {}, problem: null, busy: false };

  readonly #session = new SessionController(this);
  /** The form can be filled in before this is known, and without it. */
  readonly #own = new Task(this, {
    args: () => [this.#session.session] as const,
    task: async ([session], { signal }) =>
      session.status === "SIGNED_IN" ? await readOwnChoices(session.request, signal) : null,
  });

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("offer") && changed.get("offer") !== this.offer) {
      this.#state = { draft: draftOf(this.offer), faults: {}, problem: null, busy: false };
    }
  }

  override render(): TemplateResult {
    const { draft, faults, busy, problem } = this.#state;
    const { words, offer } = this;
    const strings = words.of(offerFormWords);
    const languages = [...new Set([...offer.languages, ...(this.#own.value?.languages ?? [])])];
    const own = { languages, communities: offer.community ? [offer.community] : [] };
    return html`<form novalidate @submit=${this.#send}>
      ${offerFields({ draft, faults, own, words, change: this.#change, staysThere: true })}
      <div class="stack">
        ${Object.keys(faults).length ? html`<p class="problem" role="alert">${strings.mend}</p>` : null}
        ${problem ? problemState(words, problem, undefined, strings.safe) : null}
        <div class="row acts">
          <button class="primary" aria-disabled=${busy}>${busy ? strings.saving : strings.save}</button>
          <button type="button" class="quiet" @click=${() => this.#leave("kith-part-cancel")}>${strings.cancel}</button>
        </div>
      </div>
    </form>`;
  }

  readonly #change = (change: Partial<Draft>): void => {
    const faults = Object.entries(this.#state.faults).filter(([field]) => !(field in change));
    this.#set({ draft: { ...this.#state.draft, ...change }, faults: Object.fromEntries(faults) });
  };

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { session } = this.#session;
    if (session.status !== "SIGNED_IN" || this.#state.busy) return;
    const read = readDraft(this.#state.draft);
    if ("faults" in read) return this.#point(read.faults);
    this.#set({ busy: true, problem: null });
    // Where it is offered stays as it is.
    const { communityId: _, ...input } = read.input;
    try {
      await session.request(UpdateSupportOfferDocument, { input: { ...input, supportOfferId: this.offer.id } });
      this.#leave("kith-part-changed");
    } catch (error) {
      const field = error instanceof KithError && error.code === "BAD_INPUT" ? error.field?.split(".")[0] : undefined;
      if (field && field in EMPTY_DRAFT) this.#point({ [field]: (error as KithError).reason ?? "" });
      else this.#set({ problem: error });
    } finally {
      this.#set({ busy: false });
    }
  };

  #point(faults: Faults): void {
    this.#set({ faults, problem: null });
    void focusOn(this, "[aria-invalid=true]");
  }

  #leave(type: "kith-part-cancel" | "kith-part-changed"): void {
    this.dispatchEvent(new CustomEvent(type));
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.requestUpdate();
  }
}

function draftOf({ kinds, title, description, waysToMeet, languages, capacity, community }: SupportOffer): Draft {
  return {
    kinds,
    title,
    description: description ?? "",
    waysToMeet,
    languages,
    capacity: String(capacity),
    communityId: community?.id ?? "",
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-part-offer-edit": KithPartOfferEdit;
  }
}
