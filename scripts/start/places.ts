import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where a started Kith keeps what is its own; git leaves it out. Elsewhere for tests, which start one beside yours. */
const HOME = process.env["KITH_HOME"] || join(ROOT, ".kith");

export const PLACES = {
  lock: join(HOME, "start.lock"),
  postgres: join(HOME, "postgres"),
  encryptionKey: join(HOME, "encryption-key"),
  /** How far the demo's seeding is, with its partners' keys. */
  seeding: join(HOME, "seeding.json"),
  demo: join(HOME, "demo.json"),
  /** What the `kith` program needs to know to work beside a start; there while it runs. */
  environment: join(HOME, "environment"),
  widgets: join(ROOT, "packages/widgets/dist/browser"),
};
