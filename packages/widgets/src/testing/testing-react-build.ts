import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The application bundled into one file, as a partner's own build would. */
export async function buildApp(): Promise<string> {
  const result = await build({
    root: fileURLToPath(new URL(".", import.meta.url)),
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["kith-source", "module", "browser", "import", "default"] },
    define: { "process.env.NODE_ENV": JSON.stringify("development") },
    build: {
      write: false,
      target: "es2023",
      minify: false,
      lib: { entry: "testing-react-app.ts", formats: ["es"], fileName: "app" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && "output" in first ? first.output[0] : undefined;
  if (!chunk) throw new Error("Nothing was built.");
  return chunk.code;
}
