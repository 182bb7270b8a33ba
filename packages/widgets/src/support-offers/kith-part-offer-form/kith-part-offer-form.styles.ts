import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: 1.5rem;
  }
  .field > label,
  legend {
    display: block;
    font-weight: 650;
    margin-bottom: 0.25rem;
  }
  fieldset {
    min-width: 0;
  }
  input:not([type="checkbox"]),
  textarea,
  select {
    display: block;
    width: 100%;
    min-height: var(--_target);
    margin-top: 0.25rem;
    padding: 0.5rem 0.9rem;
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1.5px solid var(--_edge);
    border-radius: var(--_round-small);
  }
  input[type="number"] {
    width: 6rem;
  }
  textarea {
    min-height: 7rem;
    resize: vertical;
    field-sizing: content;
    max-height: 24rem;
  }
  [aria-invalid="true"]:not([type="checkbox"]) {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .boxes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: 0.5rem;
  }
  .boxes.narrow {
    grid-template-columns: repeat(auto-fill, minmax(9rem, max-content));
  }
  .box {
    display: flex;
    gap: 0.75rem;
    align-items: center;
    min-height: var(--_target);
    padding: 0.5rem 0.9rem;
    border: 1.5px solid var(--_edge);
    border-radius: var(--_round-small);
    cursor: pointer;
  }
  .box:has(:checked) {
    background: var(--_accent-tint);
    border-color: var(--_accent-ink);
  }
  .box:has(:focus-visible) {
    outline: 3px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  input[type="checkbox"] {
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    flex: none;
    accent-color: var(--_accent-ink);
    outline: none;
  }
  .box .kind {
    margin-inline-start: -0.2rem;
  }
  .hint {
    display: block;
  }
  .fault {
    color: var(--_danger);
    font-weight: 600;
  }
  .fault:not(:empty) {
    margin-top: 0.25rem;
  }
`;
