import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const WIDGETS = fileURLToPath(new URL("../packages/widgets/", import.meta.url));

interface Server {
  readonly url: string;
}

/** Shows every state of every element, until Ctrl-C. Start it again to see what was changed since. */
const { module } = await runnerImport<{ galleryServer(): Promise<Server> }>(
  join(WIDGETS, "src/testing/gallery/gallery-server.ts"),
  { root: WIDGETS, logLevel: "error", resolve: { conditions: ["kith-source", "node"] } },
);
const { url } = await module.galleryServer();
console.log(`The gallery is at ${url}`);
