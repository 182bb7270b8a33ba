import { defineKithElements } from "./pure.js";

export * from "./pure.js";

// One turn later, so that the page that imports this can set itself up first.
setTimeout(() => void defineKithElements(), 0);
