import type { ElementStates } from "../../testing/gallery/gallery-state.js";

export const states: ElementStates = {
  element: "kith-crisis-help",
  markup: `<kith-crisis-help country="GB"><a href="tel:+441632960000">Harbour Clinic’s own line</a></kith-crisis-help>`,
  states: [
    { name: "with lines", shows: "li" },
    { name: "signed out", session: "SIGNED_OUT", shows: "li" },
    { name: "no answer from the site", session: "FAILED", shows: "li" },
    { name: "another country", reach: [{ fill: "select", with: "NG" }], shows: "select" },
  ],
};
