/** Writes the API's schema to where the SDK and everyone else reads it. */
import { writeFile } from "node:fs/promises";
import { lexicographicSortSchema, printSchema } from "graphql";
import { buildKithSchema } from "../dist/schema.js";

const { schema } = buildKithSchema();
const banner = "# The API of Kith. Written by `npm run generate`; do not edit.\n\n";
await writeFile(
  new URL("../../sdk/schema.graphql", import.meta.url),
  `${banner}${printSchema(lexicographicSortSchema(schema))}\n`,
);
