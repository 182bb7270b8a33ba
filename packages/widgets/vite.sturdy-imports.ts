import { posix } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { sameWords } from "./vite.words.ts";

type Chunk = Rolldown.OutputChunk;

const IMPORT = /\(\)=>import\((["'`])\.\/([^"'`]+)\1\)|\bimport\((["'`])\.\/([^"'`]+)\3\)/g;

/**
 * Browsers keep a failed import, and a failed preload, for as long as the page lives: one lost packet would leave a phone
 * without the code for good. So every import of a chunk waits until that chunk and all it needs have been fetched, which
 * may fail and be tried again; the import then finds them in the browser's cache. It also fetches them side by side. A
 * page whose policy lets this host's scripts in but no fetches to it is served all the same, by the import alone.
 *
 * The loader, which every page begins with, holds it for all chunks; it may be one of another version.
 */
const FETCH_FIRST = `globalThis.kithLoad1??=(()=>{const o=[];document.addEventListener("securitypolicyviolation",e=>{e.effectiveDirective=="connect-src"&&o.push(e.blockedURI)});return(b,s)=>Promise.all(s.map(f=>fetch(new URL(f,b)).then(r=>{if(!r.ok)throw Error(f)}))).catch(e=>new Promise((y,n)=>setTimeout(()=>o.some(u=>u.startsWith(new URL(b).origin))?y():n(e)))).then(()=>import(new URL(s[0],b)))})();`;
const FROM_HERE = "const kithImport=(...s)=>kithLoad1(import.meta.url,s);";

/** The chunk that says for all others where the files are; they need it anyway. */
const HOLDER = "shared";

/** Applies that to the finished chunks, whose names and needs are known only then. */
export function sturdyImports(): Plugin {
  return {
    name: "kith-sturdy-imports",
    apply: "build",
    // The names were made from the code without this.
    augmentChunkHash: () => FETCH_FIRST + FROM_HERE,
    generateBundle(_, bundle) {
      const words = sameWords(bundle, this.emitFile.bind(this));
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === "chunk");
      const holder = chunks.find(({ name }) => name === HOLDER);
      if (!holder) throw new Error(`No chunk ${HOLDER}.`);
      for (const chunk of chunks) {
        const sturdy = words.named(fetchedFirst(chunk, bundle));
        if (sturdy === chunk.code) continue;
        const borrows = chunk !== holder && neededFor(chunk.fileName, bundle).has(holder.fileName);
        const borrowed = `import{kithImport,${words.name}}from"./${posix.basename(holder.fileName)}";`;
        const own = chunk === holder ? FROM_HERE + words.code : FETCH_FIRST + FROM_HERE;
        chunk.code = afterImports(sturdy, borrows ? borrowed : own);
        if (chunk === holder) chunk.code += `export{kithImport,${words.name}};`;
      }
    },
  };
}

function fetchedFirst(chunk: Chunk, bundle: Rolldown.OutputBundle): string {
  const folder = posix.dirname(chunk.fileName);
  const present = neededFor(chunk.fileName, bundle);
  return chunk.code.replace(IMPORT, (...found: string[]) => {
    const path = found[2] ?? found[4] ?? "";
    const files = [...neededFor(posix.join(folder, path), bundle)].filter((file) => !present.has(file));
    const call = `kithImport(${files.map((file) => JSON.stringify(posix.relative(folder, file))).join()})`;
    return found[2] ? `()=>${call}` : call;
  });
}

/** This chunk first, then all that must be fetched before it runs. */
function neededFor(file: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const chunk = bundle[file];
  if (chunk?.type === "chunk") for (const other of chunk.imports) neededFor(other, bundle, found);
  return found;
}

/** Puts code behind the import declarations a minified chunk begins with. */
function afterImports(code: string, added: string): string {
  const [imports = ""] = /^(?:import[^;(]*;)*/.exec(code) ?? [];
  return imports + added + code.slice(imports.length);
}
