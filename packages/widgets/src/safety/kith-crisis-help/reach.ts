import type { CrisisPhone, CrisisText } from "@kith/core/safety";
import { html, type TemplateResult } from "lit";

/** A number keeps its own direction, and is one word, on a page of any. */
export function numeral(number: string): TemplateResult {
  return html`<bdi class="number" dir="ltr">${number}</bdi>`;
}

export function callAddress({ dial }: Pick<CrisisPhone, "dial">): string {
  return `tel:${dial.replaceAll("#", "%23")}`;
}

// Telephones differ in what they take between the number and the word; both take this.
export function textAddress({ dial, word }: CrisisText): string {
  return `sms:${dial}${word ? `?&body=${encodeURIComponent(word)}` : ""}`;
}
