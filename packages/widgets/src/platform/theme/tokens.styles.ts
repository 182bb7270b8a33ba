import { css } from "lit";

/**
 * The palette and measures, on each public element; the parts inside inherit them.
 *
 * Light or dark follows the `color-scheme` the page gives the element, or the element's own `theme` attribute.
 * A page's accent keeps its own colour as a fill, with text on it in whichever of dark and white is readable. Where it
 * is text or an edge itself (`--_accent-ink`), its lightness is bounded so that it keeps 4.5 to 1 on our surfaces:
 * in CIE LCh lightness alone decides luminance, so the bound holds for every hue.
 */
export const tokens = css`
  :host {
    --_surface: var(--kith-color-surface, light-dark(#fffdf9, #171e1d));
    --_sunken: var(--kith-color-sunken, light-dark(#f6f2ea, #101615));
    --_text: var(--kith-color-text, light-dark(#24302d, #edefea));
    --_muted: var(--kith-color-muted, light-dark(#5a6662, #a9b5b1));
    --_line: var(--kith-color-line, light-dark(#ddd5c7, #34403e));
    --_edge: var(--kith-color-edge, light-dark(#857b6b, #7b8986));
    --_accent: var(--kith-color-accent, light-dark(#1f6f66, #7ccfc3));
    --_on-accent: lch(
      from var(--_accent) calc(clamp(0, (49 - l) * 999, 100) + clamp(0, (l - 62) * 999, 13))
        clamp(0, (l - 62) * 999, 10) h
    );
    --_accent-ink: light-dark(
      lch(from var(--_accent) min(l, 43) min(c, 45) h),
      lch(from var(--_accent) max(l, 64) min(c, 50) h)
    );
    --_accent-tint: light-dark(lch(from var(--_accent) 94 min(c, 5.5) h), lch(from var(--_accent) 18.5 min(c, 8) h));
    --_danger: var(--kith-color-danger, light-dark(#a3313b, #f2959b));
    --_round: var(--kith-radius, 0.75rem);
    --_round-small: min(var(--_round), 0.5rem);
    --_target: max(2.75rem, 44px);
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([theme="auto"]) {
    color-scheme: light dark;
  }
`;
