import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    position: relative;
  }
  .fresh {
    position: absolute;
    z-index: 1;
    inset-block-start: -0.5rem;
    inset-inline-end: 0;
    max-width: 100%;
    padding: 0.35rem 0.9rem;
    background: var(--_accent-tint);
    border: 1px solid var(--_accent-ink);
    border-radius: var(--_round);
  }
  h4 {
    margin: 0;
    font-size: 1rem;
    font-weight: 650;
  }
  h3 {
    color: var(--_muted);
    font-size: 0.9rem;
  }
  section + section,
  section + p {
    border-top: 1px solid var(--_line);
    padding-top: 1rem;
  }
  .list > li {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 0 1rem;
    border-bottom: 1px solid var(--_line);
  }
  .list > li:last-child {
    border: 0;
    padding-bottom: 0;
  }
`;
