import type { SupportKind } from "@kith/sdk";
import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import type { Words } from "../../platform/words/words.js";
import { supportKindWords } from "./words.js";

/** A shape for each kind, so that colour and word do not stand alone: an ear, a signpost, a hand, two people. */
const SHAPES: Record<SupportKind, SVGTemplateResult> = {
  EMOTIONAL: svg`<path d="M6.500 9.500a5.500 5.500 0 0 1 11 0c0 4-3.800 4.400-3.800 7.600a3 3 0 0 1-5.400 1.800M9.800 10a2.200 2.200 0 0 1 4.400 0c0 1.200-.9 1.600-1.600 2.300"/>`,
  INFORMATIONAL: svg`<path d="M12 3v18M12 5h5.500L20 7.500 17.500 10H12M12 12H6.500L4 14.500 6.500 17H12"/>`,
  INSTRUMENTAL: svg`<path d="M3 16.500l3.500-1 4.500 3.200 9-4.900a2 2 0 0 0-2-3l-4.200 2H10M3 11l3.800-2.700 4 1 2.200 2.700"/>`,
  COMPANIONSHIP: svg`<path d="M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M17 6.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5M2.500 20c0-4 2.500-6 5.500-6s5.500 2 5.500 6M15.800 14.600c3.300-.5 5.700 1.600 5.700 5.400"/>`,
};

/** The four kinds, in the order they are always shown. */
export const KINDS = Object.keys(SHAPES) as SupportKind[];

function kindShape(kind: SupportKind): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[kind]}</svg>`;
}

export function kindBadge(words: Words, kind: SupportKind): TemplateResult {
  return html`<span class="kind ${kind}">${kindShape(kind)}${words.of(supportKindWords)[kind]}</span>`;
}
