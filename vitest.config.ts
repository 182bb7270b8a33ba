import { defineConfig } from "vitest/config";

/** What breaks things on purpose, or measures time: it runs after all else and one file at a time. */
const ALONE = ["packages/gateway/src/faults/**/*.test.ts", "packages/gateway/src/program/shutdown.test.ts"];
const NOT_OURS = ["**/node_modules/**", "**/dist/**"];

/** Our packages are read from their sources: a test never runs against a build that is out of date. */
const conditions = ["kith-source", "node"];

const common = {
  // Two copies of graphql refuse each other's types; this leaves one.
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  ssr: { resolve: { conditions } },
  oxc: { decorator: { legacy: true } },
};

export default defineConfig({
  ...common,
  test: {
    // One PostgreSQL for the whole run; each test file that needs a database clones one in it.
    globalSetup: ["packages/gateway/src/platform/database/testing.global-setup.ts"],
    pool: "forks",
    // Each worker may hold a gateway, a database or a browser.
    maxWorkers: 2,
    projects: [
      {
        ...common,
        test: {
          name: "unit",
          include: ["packages/{core,sdk,gateway}/**/*.test.ts", "{scripts,examples,bench,docs}/**/*.test.ts"],
          exclude: [...NOT_OURS, ...ALONE],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...common,
        test: {
          name: "browser",
          include: ["packages/widgets/**/*.test.ts", "test/**/*.test.ts"],
          exclude: NOT_OURS,
          // The first Chromium of a machine is unpacked before it starts.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...common,
        test: {
          name: "faults",
          include: ALONE,
          exclude: NOT_OURS,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
