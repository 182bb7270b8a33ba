/// <reference types="vite/client" />
import type { ElementStates } from "./gallery-state.js";

/** Every element's states: a new `testing-states.ts` in an element's folder is found here. */
export function galleryStates(): ElementStates[] {
  const found = import.meta.glob<{ states: ElementStates }>("../../**/testing-states.ts", { eager: true });
  return Object.values(found).map(({ states }) => states);
}
