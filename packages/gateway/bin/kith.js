#!/usr/bin/env -S node --max-semi-space-size=16
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

// What was compiled the last time starts in half the time.
enableCompileCache();
// Where `npm start` runs, its database and its key are meant, unless the environment names any.
const started = ".kith/environment";
if (!process.env.DATABASE_URL && !process.env.KITH_ENCRYPTION_KEY && existsSync(started)) process.loadEnvFile(started);
const { runKith } = await import("../dist/program/kith.js");
process.exit(await runKith(process.argv));
