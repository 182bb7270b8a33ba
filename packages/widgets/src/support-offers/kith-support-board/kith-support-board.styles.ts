import { css } from "lit";

export const styles = css`
  nav {
    display: flex;
    gap: 1.5rem;
    border-bottom: 1px solid var(--_line);
  }
  nav button,
  nav button:hover {
    border: 0;
    border-radius: 0;
    border-bottom: 3px solid transparent;
    background: none;
    padding-inline: 0.1rem;
    color: var(--_muted);
    margin-bottom: -1px;
  }
  nav button[aria-current="true"] {
    color: var(--_text);
    border-color: var(--_accent-ink);
  }
  .waits {
    white-space: nowrap;
    margin-inline-start: 0.25rem;
    padding: 0.15rem 0.6rem;
    border-radius: 999px;
    background: var(--_accent-tint);
    color: var(--_text);
    font-size: 0.9em;
  }
  .list {
    margin-top: -0.5rem;
  }
  .list > li {
    display: grid;
    gap: 0.5rem;
    padding: 1rem 0;
    border-top: 1px solid var(--_line);
  }
  .list > li:first-child {
    border: 0;
  }
  .list > li:last-child {
    padding-bottom: 0;
  }
  .told {
    white-space: pre-line;
  }
  .cut {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
  }
  .why {
    border-inline-start: 3px solid var(--_accent-ink);
    padding-inline-start: 0.75rem;
    color: var(--_muted);
    font-size: 0.95em;
  }
  @media (forced-colors: active) {
    nav button:not([aria-current="true"]) {
      border-color: Canvas;
    }
  }
`;
