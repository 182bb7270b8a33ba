/** Whether this runs in a page, where anyone may read what the code holds. */
export function inPage(): boolean {
  return "document" in globalThis;
}
