import { posix } from "node:path";
import type { Plugin } from "vite";

const IMPORT = /\bimport\((["'`])(\.{1,2}\/[^"'`]+)\1\)/g;

/**
 * Browsers keep a failed import, and a failed preload, for as long as the page lives: one lost packet would leave a phone
 * without the code for good. So every import of a chunk waits until that chunk and all it needs have been fetched, which
 * may fail and be tried again; the import then finds them in the browser's cache. It also fetches them side by side. A
 * page whose policy lets this host's scripts in but no fetches to it is served all the same, by the import alone.
 */
const FETCH_FIRST = `let kithBarred=!1;document.addEventListener("securitypolicyviolation",e=>{kithBarred||=e.effectiveDirective=="connect-src"&&e.blockedURI.startsWith(new URL(import.meta.url).origin)});const kithFirst=(s,l)=>Promise.all(s.map(f=>fetch(new URL(f,import.meta.url)).then(r=>{if(!r.ok)throw Error(f)}))).catch(e=>new Promise((y,n)=>setTimeout(()=>kithBarred?y():n(e)))).then(l);`;
/** Applies that to the finished chunks, whose names and needs are known only then. */
export function sturdyImports(): Plugin {
  return {
    name: "kith-sturdy-imports",
    apply: "build",
    // The names were made from the code without this.
    augmentChunkHash: () => FETCH_FIRST,
    generateBundle(_, bundle) {
      const neededFor = (file: string, found = new Set<string>()): Set<string> => {
        if (found.has(file)) return found;
        found.add(file);
        const chunk = bundle[file];
        if (chunk?.type === "chunk") for (const other of chunk.imports) neededFor(other, found);
        return found;
      };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const folder = posix.dirname(chunk.fileName);
        const present = neededFor(chunk.fileName);
        const sturdy = chunk.code.replace(IMPORT, (plain, _quote, path: string) => {
          const files = [...neededFor(posix.join(folder, path))].filter((file) => !present.has(file));
          return `kithFirst(${JSON.stringify(files.map((file) => posix.relative(folder, file)))},()=>${plain})`;
        });
        if (sturdy !== chunk.code) chunk.code = afterImports(sturdy, FETCH_FIRST);
      }
    },
  };
}

/** Puts code behind the import declarations a minified chunk begins with. */
function afterImports(code: string, added: string): string {
  const [imports = ""] = /^(?:import[^;(]*;)*/.exec(code) ?? [];
  return imports + added + code.slice(imports.length);
}
