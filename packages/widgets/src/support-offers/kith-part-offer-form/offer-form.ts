import type { SupportKind, WayToMeet } from "@kith/sdk";
import { html, type TemplateResult } from "lit";
import type { Words } from "../../platform/words/words.js";
import { languageNames } from "../kith-support-board/offer-words.js";
import { KINDS, kindBadge } from "../support-kinds/kind-badge.js";
import { type Draft, type Faults, faultWords } from "./draft.js";
import { choices, field } from "./fields.js";
import type { OwnChoices } from "./own-choices.js";
import { offerFormWords } from "./words.js";

interface OfferForm {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly own: OwnChoices | null;
  readonly words: Words;
  readonly change: (change: Partial<Draft>) => void;
  /** Who can see it is settled. */
  readonly staysThere?: boolean;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Every field of an offer, in the order people think of them. */
export function offerFields(form: OfferForm): TemplateResult {
  return html`${kindsField(form)} ${textFields(form)} ${waysField(form)} ${languagesField(form)} ${placeFields(form)}`;
}

function kindsField({ words, draft, faults, change }: OfferForm): TemplateResult {
  const strings = words.of(offerFormWords);
  const offered = KINDS.map((value) => ({
    value,
    words: html`${kindBadge(words, value)}<span class="hint small muted">${strings.kindHints[value]}</span>`,
  }));
  const choose = (kinds: string[]) => change({ kinds: kinds as SupportKind[] });
  return choices(
    { id: "kinds", label: strings.kinds, fault: faultWords(strings, "kinds", faults.kinds) },
    offered,
    draft.kinds,
    choose,
  );
}

function textFields({ words, draft, faults, change }: OfferForm): TemplateResult {
  const strings = words.of(offerFormWords);
  return html`${field(
    { id: "title", label: strings.name, hint: strings.nameHint, fault: faultWords(strings, "title", faults.title) },
    html`<input
      id="title"
      autocomplete="off"
      dir="auto"
      .value=${draft.title}
      aria-describedby="title-hint title-fault"
      aria-invalid=${faults.title ? "true" : "false"}
      @input=${(event: Event) => change({ title: (event.target as Control).value })}
    />`,
  )}
  ${field(
    { id: "description", label: strings.description, fault: faultWords(strings, "description", faults.description) },
    html`<textarea
      id="description"
      dir="auto"
      .value=${draft.description}
      aria-describedby="description-fault"
      aria-invalid=${faults.description ? "true" : "false"}
      @input=${(event: Event) => change({ description: (event.target as Control).value })}
    ></textarea>`,
  )}`;
}

function waysField({ words, draft, faults, change }: OfferForm): TemplateResult {
  const strings = words.of(offerFormWords);
  const offered = Object.entries(strings.way).map(([value, words]) => ({ value, words }));
  const choose = (ways: string[]) => change({ waysToMeet: ways as WayToMeet[] });
  return choices(
    { id: "waysToMeet", label: strings.ways, fault: faultWords(strings, "waysToMeet", faults.waysToMeet) },
    offered,
    draft.waysToMeet,
    choose,
  );
}

function languagesField({ words, draft, faults, own, change }: OfferForm): TemplateResult | null {
  const strings = words.of(offerFormWords);
  if (!own?.languages.length) return null;
  const offered = own.languages.map((value) => ({ value, words: languageNames([value], words.locale) }));
  const choose = (languages: string[]) => change({ languages });
  return choices(
    { id: "languages", label: strings.languages, fault: faultWords(strings, "languages", faults.languages) },
    offered,
    draft.languages,
    choose,
  );
}

function placeFields({ words, draft, faults, own, change, staysThere }: OfferForm): TemplateResult {
  const strings = words.of(offerFormWords);
  const communities = own?.communities ?? [];
  const chosen = communities.find(({ id }) => id === draft.communityId);
  return html`${field(
    {
      id: "capacity",
      label: strings.capacity,
      hint: strings.capacityHint,
      fault: faultWords(strings, "capacity", faults.capacity),
    },
    html`<input
      id="capacity"
      type="number"
      inputmode="numeric"
      min="1"
      max="20"
      .value=${draft.capacity}
      aria-describedby="capacity-hint capacity-fault"
      aria-invalid=${faults.capacity ? "true" : "false"}
      @input=${(event: Event) => change({ capacity: (event.target as Control).value })}
    />`,
  )}
  ${
    communities.length && !staysThere
      ? field(
          {
            id: "communityId",
            label: strings.community,
            fault: faultWords(strings, "communityId", faults.communityId),
          },
          html`<select
            id="communityId"
            aria-describedby="communityId-fault"
            @change=${(event: Event) => change({ communityId: (event.target as Control).value })}
          >
            <option value="">${strings.everyone}</option>
            ${communities.map(
              ({ id, name }) =>
                html`<option value=${id} lang="" ?selected=${id === draft.communityId}>${name}</option>`,
            )}
          </select>`,
        )
      : null
  }
  <p class="small muted">${strings.readers(chosen?.name ?? null)}</p>`;
}
