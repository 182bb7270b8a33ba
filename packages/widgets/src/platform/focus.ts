import type { LitElement } from "lit";

/** Moves the focus once what is being rendered is there; nothing happens if it is not. */
export async function focusOn(element: LitElement, selector: string): Promise<void> {
  await element.updateComplete;
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
}
