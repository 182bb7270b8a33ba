import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";

const entries = {
  "@kith/sdk/server": fileURLToPath(new URL("../server/index.ts", import.meta.url)),
  "@kith/sdk": fileURLToPath(new URL("../index.ts", import.meta.url)),
};

/** What a partner's bundler makes of this code, minified. */
export async function bundle(code: string, format: "es" | "iife" = "es"): Promise<{ code: string; imports: string[] }> {
  const { output } = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: entries },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? "\0entry" : null),
        load: (id) => (id === "\0entry" ? code : null),
      },
    ],
    build: {
      write: false,
      target: "es2023",
      rolldownOptions: {
        input: "entry",
        preserveEntrySignatures: "strict",
        output: { format, minify: true, name: "kith" },
        external: (id) => !id.startsWith("@kith/") && /^[a-z@]/.test(id) && id !== "entry",
      },
    },
  })) as Rolldown.RolldownOutput;
  const [chunk] = output;
  return { code: chunk.code, imports: chunk.imports };
}

export function gzipped(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
