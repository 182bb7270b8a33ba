import { css } from "lit";

/**
 * The card around every public element, and its foot. It takes the page's font and colour scheme and nothing else: what a
 * page does to all its text, or to the size of its root, would make ours hard to read.
 */
export const frameStyles = css`
  .card {
    all: initial;
    font-family: inherit;
    color-scheme: inherit;
    visibility: inherit;
    display: block;
    box-sizing: border-box;
    color: var(--_text);
    font-size: max(1rem, 16px);
    line-height: 1.55;
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_round);
    padding: 1.5rem;
    container-type: inline-size;
  }
  .foot,
  .foot > span {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .foot {
    justify-content: space-between;
    font-size: 0.9em;
    border-top: 1px solid var(--_line);
    margin: 1.5rem -1.5rem -1.5rem;
    padding: 0.25rem 1.5rem;
  }
  .foot a,
  ::slotted(a) {
    color: var(--_text) !important;
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
`;
