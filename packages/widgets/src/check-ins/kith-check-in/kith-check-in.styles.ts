import { css } from "lit";

export const styles = css`
  .question {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.25rem 1rem;
    align-items: center;
  }
  .question > p {
    display: flex;
    align-items: center;
    min-height: var(--_target);
    font-weight: 650;
  }
  .question > button {
    grid-area: 1 / 2;
  }
  .scale {
    grid-column: 1 / -1;
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 0.5rem;
  }
  .two {
    grid-template-columns: repeat(2, minmax(0, 7rem));
  }
  label {
    position: relative;
    display: grid;
    place-items: center;
    text-align: center;
    min-height: max(3.25rem, 44px);
    padding: 0.3rem 0.15rem;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_round-small);
    font-size: 0.9em;
    line-height: 1.2;
    cursor: pointer;
  }
  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  label:hover {
    background: var(--_sunken);
  }
  label:has(:checked) {
    background: var(--_accent-tint);
    border-color: var(--_accent-ink);
    box-shadow: inset 0 0 0 1.5px var(--_accent-ink);
    font-weight: 650;
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: 1rem;
  }
  .after {
    margin-top: 0.5rem;
    min-height: 2.75rem;
  }
  @container (max-width: 22.5rem) {
    .scale:not(.two) {
      grid-template-columns: 1fr;
    }
    .scale:not(.two) label {
      min-height: var(--_target);
      font-size: 1em;
      justify-items: start;
      padding-inline: 0.9rem;
    }
    .wide {
      height: 15rem;
    }
  }
  @media (forced-colors: active) {
    label:has(:checked) {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
