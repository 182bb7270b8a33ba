import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "./embedded.js";
import { makeTemplate } from "./testing.template.js";

const PREFIX = "kith-test-";
const DAY_MS = 24 * 60 * 60_000;

/**
 * One PostgreSQL for the whole run, with a migrated template that each test file clones. Set KITH_TEST_DATABASE_URL to
 * a superuser's url to run the tests on a server of your own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.KITH_TEST_DATABASE_URL) {
    return makeTemplate(process.env.KITH_TEST_DATABASE_URL);
  }
  await removeOld();
  const directory = await mkdtemp(join(tmpdir(), PREFIX));
  const server = await startEmbeddedPostgres({ directory, fast: true });
  process.env.KITH_TEST_DATABASE_URL = server.url;
  await makeTemplate(server.url);
  return async () => {
    delete process.env.KITH_TEST_DATABASE_URL;
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}

/** What runs that were killed left behind: their servers ended with them, their folders did not. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const path = join(tmpdir(), name);
    const made = name.startsWith(PREFIX) && (await stat(path).catch(() => null));
    if (made && made.mtimeMs < Date.now() - DAY_MS) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}
