import { css } from "lit";

/** Text, buttons, rows and boxes: what every element and part is made of. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h2,
  h3,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h2 {
    font-size: 1.3em;
    line-height: 1.25;
    font-weight: 650;
    text-wrap: balance;
  }
  h3,
  legend {
    font-size: 1em;
    font-weight: 650;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  a {
    color: var(--_accent-ink);
  }
  :focus-visible {
    outline: 3px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  [tabindex="-1"] {
    outline: none;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.9em;
  }
  .stack {
    display: grid;
    gap: 1rem;
  }
  .stack > * {
    min-width: 0;
  }
  .close {
    gap: 0.5rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .acts {
    column-gap: 1.1rem;
  }
  .apart {
    justify-content: space-between;
  }
  button {
    font: inherit;
    font-weight: 600;
    color: inherit;
    min-height: var(--_target);
    min-width: var(--_target);
    padding: 0.5rem 1.1rem;
    border: 1.5px solid var(--_edge);
    border-radius: 999px;
    background: none;
    cursor: pointer;
  }
  button:hover {
    background: var(--_sunken);
  }
  .primary,
  .primary:hover {
    background: var(--_accent);
    color: var(--_on-accent);
    border-color: var(--_accent);
  }
  .quiet {
    border-color: transparent;
    color: var(--_accent-ink);
    padding-inline: 0.6rem;
    margin-inline: -0.6rem;
  }
  [aria-expanded] {
    display: inline-flex;
    gap: 0.6em;
    align-items: center;
    text-align: start;
  }
  [aria-expanded]::after {
    content: "";
    width: 0.45em;
    height: 0.45em;
    border: solid;
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    translate: 0 -0.2em;
  }
  [aria-expanded="true"]::after {
    rotate: 225deg;
    translate: 0 0.1em;
  }
  [aria-pressed="true"] {
    background: var(--_accent-tint);
    border-color: var(--_accent-ink);
  }
  [aria-disabled="true"] {
    opacity: 0.65;
    cursor: default;
  }
  .note {
    background: var(--_accent-tint);
    border-radius: var(--_round-small);
    padding: 0.75rem 1rem;
  }
  .problem {
    border-inline-start: 3px solid var(--_danger);
    padding-inline-start: 0.75rem;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .bones {
    gap: 1.5rem;
  }
  .bone {
    width: 40%;
    height: 1rem;
    border-radius: var(--_round-small);
    background: var(--_sunken);
  }
  .wide {
    width: auto;
    height: 3.25rem;
  }
  @media (forced-colors: active) {
    [aria-pressed="true"],
    .primary {
      border-width: 3px;
    }
    .note {
      border: 1px solid;
    }
    .quiet {
      margin-inline: 0;
    }
  }
`;
