import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const testDatabase = fileURLToPath(
  new URL("packages/gateway/src/platform/database/testing.global-setup.ts", import.meta.url),
);

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
    globalSetup: existsSync(testDatabase) ? [testDatabase] : [],
    pool: "forks",
    // Each worker may hold a gateway, a database or a browser.
    maxWorkers: 2,
    projects: [
      {
        ...common,
        test: {
          name: "unit",
          include: ["packages/{core,sdk,gateway}/**/*.test.ts", "{scripts,examples,bench}/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        ...common,
        test: {
          name: "browser",
          include: ["packages/widgets/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          // The first Chromium of a machine is unpacked before it starts.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
