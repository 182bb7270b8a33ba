import { inPage } from "../browser.js";

/** Throws in a page: everything here needs a secret that whoever opens the page could read. */
export function serverOnly(name: string): void {
  if (inPage()) throw new Error(`${name} needs a secret and must not run in a page: call it on your server.`);
}
