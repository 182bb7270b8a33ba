import { startEmbeddedPostgres } from "./embedded.js";

/** A process of its own that starts a server in the folder it is given, says where, and stays until it is ended. */
const server = await startEmbeddedPostgres({ directory: process.argv[2]! });
process.stdout.write(`${JSON.stringify({ url: server.url, pid: server.pid })}\n`);
setInterval(() => {}, 60_000);
