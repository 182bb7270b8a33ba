import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  figure {
    margin: 0;
  }
  svg {
    display: block;
    width: 100%;
    overflow: visible;
    fill: none;
  }
  svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .course {
    height: 8rem;
    border-block: 1px solid var(--_line);
  }
  .support {
    height: 1.25rem;
  }
  path {
    vector-effect: non-scaling-stroke;
    stroke: var(--_accent-ink);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .dots {
    stroke-width: 7;
  }
  .support path {
    stroke: var(--_text);
    stroke-width: 9;
  }
  .band {
    fill: var(--_accent-tint);
    stroke: var(--_line);
    vector-effect: non-scaling-stroke;
  }
  .end {
    font-size: 0.9em;
    color: var(--_muted);
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    margin-top: 0.25rem;
  }
  figcaption > span {
    display: flex;
    gap: 0.5rem;
    align-items: center;
  }
  .swatch {
    flex: none;
    width: 1.5rem;
    height: 0.8rem;
    border-radius: 0.2rem;
    background: var(--_accent-tint);
    border: 1px solid var(--_line);
  }
  .dot {
    width: 0.6rem;
    height: 0.6rem;
    border: 0;
    border-radius: 50%;
    background: var(--_text);
  }
  .scroll {
    position: relative;
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 0.9em;
    min-width: 100%;
  }
  th,
  td {
    padding: 0.5rem 0.75rem;
    text-align: start;
    /* Wider than there is room for, it scrolls; broken within words nobody can read it. */
    overflow-wrap: normal;
    vertical-align: top;
    border-bottom: 1px solid var(--_line);
  }
  th {
    font-weight: 650;
  }
  tbody th {
    white-space: nowrap;
    font-weight: 400;
  }
  @media (forced-colors: active) {
    .band {
      fill: none;
      stroke: GrayText;
    }
    path {
      stroke: CanvasText;
    }
    .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
