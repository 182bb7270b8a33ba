/** A page that raises no question on anybody's screen. */
export const NEUTRAL_PAGE = "https://www.wikipedia.org/";

const PRESSES = 3;
const WITHIN = 2_000;

/** Leaves for `address` at once, and leaves this page out of the history. */
export function leaveFast(address: string): void {
  // Emptied first: over a slow line the next page may take seconds, and those seconds are what this is for.
  document.title = "";
  document.documentElement.replaceChildren();
  location.replace(address);
}

/** Calls `leave` when Escape is pressed three times within two seconds; returns what stops it. */
export function onTripleEscape(leave: () => void): () => void {
  let presses: number[] = [];
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") presses = [];
    else if (!event.repeat) presses = [...presses.slice(1 - PRESSES), event.timeStamp];
    const [first] = presses;
    if (presses.length === PRESSES && first !== undefined && event.timeStamp - first <= WITHIN) leave();
  };
  // Before the page's own handlers, which may stop an Escape that closes something of theirs.
  window.addEventListener("keydown", onKey, true);
  return () => window.removeEventListener("keydown", onKey, true);
}
