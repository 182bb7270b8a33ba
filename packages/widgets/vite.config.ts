import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { sturdyImports } from "./vite.sturdy-imports.ts";
import { tightTemplates } from "./vite.templates.ts";

/**
 * The files of the build. Small ones compress badly, so what is needed together is one: what any element needs before it
 * can be used, what talks to the gateway, what lists are read and shown with, and what the parts of the board share.
 */
const CHUNKS = [
  {
    name: "shared",
    test: /\/(?:lit-element|reactive-element)\/|lit-html\/lit-html|\/lit\/index|widgets\/src\/platform\/(?!gateway|reading)|sdk\/src\/errors/,
    priority: 3,
  },
  { name: "gateway", test: /sdk\/src\//, priority: 2 },
  { name: "reading", test: /lit\/task|lit-html\/directive|platform\/reading/, priority: 2 },
  { name: "support-board", test: /\/kith-support-board\/(?!kith-support-board\.ts)/, priority: 1 },
];

/** The script for pages: `kith.js` and its chunks, which carry their content's hash in their names. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [tightTemplates(), sturdyImports()],
  resolve: { conditions: ["kith-source", "module", "browser", "import", "default"] },
  build: {
    outDir: "dist/browser",
    target: "es2023",
    // As a library, else vite adds its preload helper, which is larger than our loader.
    lib: { entry: { kith: "src/loader/kith.ts" }, formats: ["es"] },
    rolldownOptions: {
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "chunks/[name]-[hash].js",
        minify: true,
        codeSplitting: { groups: CHUNKS },
      },
    },
  },
});
