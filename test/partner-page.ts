import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { listen } from "../packages/widgets/src/testing/testing-server.js";

export interface PartnerPage {
  readonly origin: string;
  /** What `/kith-token?as=…` signs, and where the page finds its gateway. */
  serve(options: { endpoint: string; tokenOf(externalId: string): Promise<string> }): void;
  close(): Promise<void>;
}

/**
 * A partner's own site, on its own origin: a page that runs `start`, which may import `/app.js`: a module of this folder,
 * bundled as a partner's build would. In `start`, ENDPOINT is the gateway's address.
 */
export async function partnerPage(entry: string, start: string, from?: From): Promise<PartnerPage> {
  const files = new Map((await bundled(entry, from)).map((file) => [`/${file.fileName}`, file.code]));
  let given: Parameters<PartnerPage["serve"]>[0] | undefined;
  const { url, stop } = await listen("localhost", async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://partner");
    const code = files.get(pathname);
    if (pathname === "/kith-token") {
      const token = await given?.tokenOf(searchParams.get("as") ?? "");
      response.setHeader("content-type", "application/json").end(JSON.stringify({ token }));
    } else if (code !== undefined) response.setHeader("content-type", "text/javascript").end(code);
    else if (pathname !== "/") response.writeHead(404).end();
    else {
      const script = start.replaceAll("ENDPOINT", JSON.stringify(given?.endpoint));
      const html = `<!doctype html><title>Partner</title><div id="app"></div><script type="module">${script}</script>`;
      response.setHeader("content-type", "text/html").end(html);
    }
  });
  return {
    origin: url,
    serve(options) {
      given = options;
    },
    close: stop,
  };
}

/** Whether our packages are taken as they are written, or as they were built. */
type From = "sources" | "built";

/** A module of this folder with all it imports; as one script, it leaves what it exports in a global `partner`. */
export async function bundled(
  entry: string,
  from: From = "sources",
  format: "es" | "iife" = "es",
): Promise<Rolldown.OutputChunk[]> {
  const [built] = (await build({
    root: fileURLToPath(new URL(".", import.meta.url)),
    configFile: false,
    logLevel: "error",
    resolve: { conditions: [...(from === "sources" ? ["kith-source"] : []), "module", "browser", "import", "default"] },
    define: { "process.env.NODE_ENV": JSON.stringify("development") },
    build: {
      write: false,
      target: "es2023",
      minify: false,
      lib: { entry, formats: [format], name: "partner", fileName: () => "app.js" },
      rolldownOptions: { output: { codeSplitting: format === "es" } },
    },
  })) as Rolldown.RolldownOutput[];
  return built?.output.filter((file) => file.type === "chunk") ?? [];
}
