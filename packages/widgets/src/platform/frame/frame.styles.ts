import { css } from "lit";

/** The card around every public element, and its foot. */
export const frameStyles = css`
  .card {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_round);
    padding: 1.5rem;
    container-type: inline-size;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1.5rem;
    font-size: 0.9rem;
    border-top: 1px solid var(--_line);
    margin: 1.5rem -1.5rem -1.5rem;
    padding: 0.25rem 1.5rem;
  }
  .foot > span {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    align-items: center;
  }
  .foot a,
  ::slotted(a) {
    color: var(--_text) !important;
    display: inline-flex;
    align-items: center;
    min-height: 2.75rem;
    text-underline-offset: 0.2em;
  }
`;
