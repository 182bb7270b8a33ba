/** Writes what the migrations make of an empty database. */
import { writeSchemaSnapshot } from "../dist/platform/database/schema-snapshot.js";

await writeSchemaSnapshot({ check: false });
