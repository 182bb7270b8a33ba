import { PulseTrendDocument } from "@kith/sdk";
import { Task } from "@lit/task";
import { html, LitElement, type TemplateResult } from "lit";
import { ReadingLife } from "../../platform/reading/reading-life.controller.js";
import { SessionController } from "../../platform/session/session.controller.js";
import { loadingState, problemState } from "../../platform/states.js";
import { controls } from "../../platform/theme/controls.styles.js";
import type { Words } from "../../platform/words/words.js";
import { DIMENSIONS, type Dimension } from "../kith-check-in/answers.js";
import { chart } from "./chart.js";
import { styles } from "./kith-part-pulse-trend.styles.js";
import { table } from "./table.js";
import { pulseTrendWords } from "./words.js";

const DAYS = 28;

/** The member's own last four weeks, inside `<kith-check-in>`: loaded when first asked for. */
export class KithPartPulseTrend extends LitElement {
  static override styles = [controls, styles];

  static override properties = { version: { attribute: false }, words: { attribute: false } };

  /** What it speaks with; those of the element around it. */
  declare words: Words;
  /** Any new value reads the days again. */
  declare version: number;
  #dimension: Dimension = "mood";
  #asTable = false;

  readonly #session = new SessionController(this);
  readonly #trend = new Task(this, {
    args: () => [this.#session.session, this.version] as const,
    task: async ([session], { signal }) => {
      if (session.status !== "SIGNED_IN") return null;
      return (await session.request(PulseTrendDocument, { days: DAYS }, { signal })).pulseTrend ?? null;
    },
  });

  constructor() {
    super();
    new ReadingLife(this, this.#trend);
  }

  override render(): TemplateResult | null {
    const { words } = this;
    const strings = words.of(pulseTrendWords);
    if (this.#trend.error) return problemState(words, this.#trend.error, () => void this.#trend.run());
    const trend = this.#trend.value;
    if (!trend) return loadingState(words, 2);
    if (!trend.days.length) return html`<p class="muted">${strings.empty}</p>`;
    return html`<div class="stack">
      <div class="row" role="group" aria-label=${strings.choose}>${DIMENSIONS.map((name) => this.#choice(name))}</div>
      ${trend[this.#dimension].answered ? chart(words, trend, this.#dimension) : html`<p>${strings.noneOfThis}</p>`}
      <p class="row apart">
        <span class="small muted">${trend.days.length < DAYS ? strings.gaps : null}</span>
        <button type="button" class="quiet" aria-expanded=${this.#asTable} @click=${this.#turn}>${strings.asTable}</button>
      </p>
      ${this.#asTable ? table(words, trend) : null}
    </div>`;
  }

  #choice(name: Dimension): TemplateResult {
    const choose = () => {
      this.#dimension = name;
      this.requestUpdate();
    };
    return html`<button type="button" class="small" aria-pressed=${this.#dimension === name} @click=${choose}>
      ${this.words.of(pulseTrendWords).names[name]}
    </button>`;
  }

  readonly #turn = (): void => {
    this.#asTable = !this.#asTable;
    this.requestUpdate();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "kith-part-pulse-trend": KithPartPulseTrend;
  }
}
