import { css } from "lit";

export const styles = css`
  /* This is what the links there lead to. */
  .foot > span {
    display: none;
  }
  .foot {
    justify-content: end;
  }
  section {
    display: grid;
    gap: 0.5rem;
  }
  h3 {
    font-size: 1.1em;
  }
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .reach,
  .own ::slotted(a) {
    display: inline-grid;
    align-content: center;
    box-sizing: border-box;
    min-height: 3.25rem;
    padding: 0.5rem 1.1rem;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_round);
    color: var(--_text) !important;
    font-weight: 600;
    text-decoration: none;
  }
  .reach .small {
    font-weight: 400;
  }
  .reach:hover {
    background: var(--_sunken);
  }
  .urgent,
  .urgent:hover {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent) !important;
  }
  .number {
    white-space: nowrap;
  }
  .reach .number {
    font-size: 1.15em;
    font-weight: 700;
  }
  .site {
    display: inline-grid;
    align-content: center;
    min-height: 3.25rem;
    padding-inline: 0.35rem;
  }
  .own {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .own h3 {
    flex-basis: 100%;
  }
  .where {
    display: grid;
    grid-template-columns: max-content minmax(0, 22rem);
    gap: 0 1rem;
    align-items: center;
  }
  .where label {
    font-weight: 650;
  }
  .where p {
    grid-column: 1 / -1;
  }
  select {
    min-height: var(--_target);
    min-width: 0;
    padding: 0.5rem 0.9rem;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1.5px solid var(--_edge);
    border-radius: var(--_round-small);
  }
  .list > li {
    display: grid;
    gap: 0.35rem;
    padding: 0.75rem 0;
    border-top: 1px solid var(--_line);
  }
  .list > li:first-child {
    border: 0;
    padding-top: 0.25rem;
  }
  @container (max-width: 22.5rem) {
    .where {
      grid-template-columns: 1fr;
    }
    .reach,
    .own ::slotted(a) {
      width: 100%;
    }
  }
`;
