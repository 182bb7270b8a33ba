/** Writes docs/reference/ from the schema that is committed in the SDK. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { referencePages } from "./reference.ts";
import { readRooms } from "./rooms.ts";

const folder = new URL("../reference/", import.meta.url);
const sdl = await readFile(new URL("../../packages/sdk/schema.graphql", import.meta.url), "utf8");
const pages = referencePages(buildSchema(sdl), readRooms());

await rm(folder, { recursive: true, force: true });
await mkdir(folder);
for (const [name, text] of pages) await writeFile(new URL(`${name}.md`, folder), text);
