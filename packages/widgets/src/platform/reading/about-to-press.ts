const PRESSED = ":is(button, a, input, select, textarea)";

/**
 * Whether someone may be about to press something in a list: the pointer rests on it, or the focus of a keyboard does.
 * A finger leaves neither.
 */
export function isAboutToPress(root: ParentNode): boolean {
  const pointed = matchMedia("(hover: hover)").matches && root.querySelector(`li ${PRESSED}:hover`) !== null;
  return pointed || root.querySelector(`li ${PRESSED}:focus-visible`) !== null;
}
