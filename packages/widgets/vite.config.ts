import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { sturdyImports } from "./vite.sturdy-imports.ts";
import { tightTemplates } from "./vite.templates.ts";

/**
 * The files of the build. Small ones compress badly, so what is needed together is one: what any element needs before it
 * can be used, what talks to the gateway, what lists are read and shown with, what whoever shows offers or exchanges needs,
 * and what the parts of the board share.
 */
const CHUNKS = [
  {
    name: "shared",
    test: /\/(?:lit-element|reactive-element)\/|lit-html\/lit-html|\/lit\/index|widgets\/src\/platform\/(?!gateway|reading|keeping|words\/plural|problem\/(?:explain|words)|.*(?:strings\.|entry))/,
    priority: 3,
  },
  { name: "keeping", test: /idb-keyval|platform\/keeping\/(?!strings)/, priority: 2 },
  { name: "gateway", test: /sdk\/src\/(?!live\/)/, priority: 2 },
  { name: "live", test: /sdk\/src\/live\/(?!live\.ts)|\/graphql-ws\//, priority: 1 },
  { name: "reading", test: /lit\/task|lit(?:-html)?\/directive|platform\/reading\/(?!live|about)/, priority: 2 },
  {
    name: "common-support",
    test: /reading\/(?:live|about)|\/support-kinds\/(?!strings)|kith-support-board\.events|own-support\/words\.ts/,
    priority: 2,
  },
  { name: "support-board", test: /\/kith-support-board\/(?!kith-support-board\.ts|strings)/, priority: 1 },
];

/** The words of one element or part in one language, or of all, are a file of their own: `words-de-check-in`. */
function fileName({ facadeModuleId }: { readonly facadeModuleId: string | null }): string {
  const [, folder, language] = /\/(?:kith-)?([\w-]+)\/strings\.(\w+)\.ts$/.exec(facadeModuleId ?? "") ?? [];
  return folder ? `chunks/words-${language}-${folder}-[hash].js` : "chunks/[name]-[hash].js";
}

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
        chunkFileNames: fileName,
        minify: true,
        comments: false,
        codeSplitting: { groups: CHUNKS },
      },
    },
  },
});
