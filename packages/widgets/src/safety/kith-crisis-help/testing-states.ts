import type { ElementStates } from "../../testing/gallery/gallery-state.js";

const choose = (country: string) => [{ fill: "#country", with: country }];

export const states: ElementStates = {
  element: "kith-crisis-help",
  markup: `<kith-crisis-help country="GB"><a href="tel:5550142">Harbour Clinic’s nurse line: 555 0142</a></kith-crisis-help>`,
  states: [
    { name: "lines", reach: choose("US"), shows: "li" },
    { name: "a number in several languages", reach: choose("FI"), shows: "li" },
    { name: "no emergency number of its own", reach: choose("CH"), shows: "li" },
    { name: "no line in this country", reach: choose("NG"), shows: "#directories" },
    { name: "signed out", session: "SIGNED_OUT", reach: choose("GB"), shows: "li" },
  ],
};
