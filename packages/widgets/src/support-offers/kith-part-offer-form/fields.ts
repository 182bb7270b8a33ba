import { html, type TemplateResult } from "lit";

interface Field {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault: string | undefined;
}

/** A label, its hint and its fault around one control, tied together for those who listen. */
export function field({ id, label, hint, fault }: Field, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="small muted" id="${id}-hint">${hint}</p>` : null} ${control} ${faultLine(id, fault)}
  </div>`;
}

interface Choice {
  readonly value: string;
  readonly words: TemplateResult | string;
}

/** Boxes to tick, any number of them; each change gives all that are ticked, in the order they stand. */
export function choices(
  { id, label, fault }: Field,
  offered: readonly Choice[],
  chosen: readonly string[],
  choose: (chosen: string[]) => void,
): TemplateResult {
  const turn = (value: string, on: boolean) =>
    choose(offered.map((choice) => choice.value).filter((each) => (each === value ? on : chosen.includes(each))));
  return html`<fieldset id=${id} aria-describedby="${id}-fault">
    <legend>${label}</legend>
    <div class="boxes">
      ${offered.map(
        ({ value, words }) =>
          html`<label class="box">
            <input
              type="checkbox"
              .checked=${chosen.includes(value)}
              aria-invalid=${fault ? "true" : "false"}
              @change=${(event: Event) => turn(value, (event.target as HTMLInputElement).checked)}
            />
            <span>${words}</span>
          </label>`,
      )}
    </div>
    ${faultLine(id, fault)}
  </fieldset>`;
}

/** Always there, so that what describes a control never points at nothing. */
function faultLine(id: string, fault: string | undefined): TemplateResult {
  return html`<p class="fault small" id="${id}-fault">${fault}</p>`;
}
