import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "./embedded.js";
import { makeTemplate } from "./testing.template.js";

/**
 * One PostgreSQL for the whole run, with a migrated template that each test file clones. Set KITH_TEST_DATABASE_URL to
 * a superuser's url to run the tests on a server of your own.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.KITH_TEST_DATABASE_URL) {
    const drop = await makeTemplate(process.env.KITH_TEST_DATABASE_URL);
    return drop;
  }
  const directory = await mkdtemp(join(tmpdir(), "kith-test-"));
  const server = await startEmbeddedPostgres({ directory, fast: true });
  process.env.KITH_TEST_DATABASE_URL = server.url;
  await makeTemplate(server.url);
  return async () => {
    delete process.env.KITH_TEST_DATABASE_URL;
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
