import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  h4 {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
  }
  h3 {
    color: var(--_muted);
    font-size: 0.9em;
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
