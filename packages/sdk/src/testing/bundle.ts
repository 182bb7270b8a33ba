import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

const entries = {
  "@kith/sdk/react": fileURLToPath(new URL("../react/index.ts", import.meta.url)),
  "@kith/sdk/server": fileURLToPath(new URL("../server/index.ts", import.meta.url)),
  "@kith/sdk": fileURLToPath(new URL("../index.ts", import.meta.url)),
};

export interface Bundled {
  /** What is loaded at once. */
  readonly code: string;
  /** What is loaded only when it is needed. */
  readonly later: string;
  /** The packages named by what is loaded at once. */
  readonly imports: string[];
}

/** What a partner's bundler makes of this code, minified, with packages other than ours left out. */
export async function bundle(code: string): Promise<Bundled> {
  const chunks = await chunksOf(code, (id) => !id.startsWith("@kith/") && /^[a-z@]/.test(id), "es");
  const first = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const chunk of first) {
    for (const other of chunks) if (chunk.imports.includes(other.fileName)) first.add(other);
  }
  const files = new Set(chunks.map(({ fileName }) => fileName));
  const joined = (some: Iterable<Rolldown.OutputChunk>) => [...some].map((chunk) => chunk.code).join("\n");
  return {
    code: joined(first),
    later: joined(chunks.filter((chunk) => !first.has(chunk))),
    imports: [...first].flatMap(({ imports }) => imports.filter((name) => !files.has(name))),
  };
}

/** The same as one script that holds everything, and puts what the code exports into a global `kith`. */
export async function bundleWhole(code: string): Promise<string> {
  const [chunk] = await chunksOf(code, () => false, "iife");
  return chunk?.code ?? "";
}

async function chunksOf(code: string, external: (id: string) => boolean, format: "es" | "iife") {
  const [built] = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: entries },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (/(^|\/)entry$/.test(id) ? "\0entry" : null),
        load: (id) => (id === "\0entry" ? code : null),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      // As a library, else vite adds a helper of its own to what is loaded later.
      lib: { entry: "entry", formats: [format], name: "kith", fileName: "entry" },
      rolldownOptions: {
        output: { minify: true, codeSplitting: format === "es" },
        external,
      },
    },
  })) as [Rolldown.RolldownOutput];
  return built.output.filter((file) => file.type === "chunk");
}

export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
