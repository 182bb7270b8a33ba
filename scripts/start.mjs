// `npm start`: everything Kith needs on this machine, for development and to look around.
// Plain JavaScript that old Nodes can read, so that they can say what is missing.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as module from "node:module";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const ours = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));

if (major > 22 || (major === 22 && minor >= 18)) {
  module.enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/compile", import.meta.url)));
  const { main } = await import("./start/main.ts");
  process.exitCode = await main(process.env);
} else if (existsSync(ours)) {
  // npm came with the Node we need; what is typed at the terminal reaches it as well as us.
  const child = spawn(ours, [fileURLToPath(import.meta.url)], { stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("exit", (code) => process.exit(code ?? 1));
} else {
  console.error(`Kith needs Node 22.18 or newer to start; this is ${process.versions.node}.`);
  process.exitCode = 1;
}
