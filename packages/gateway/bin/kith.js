#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// What was compiled the last time starts in half the time.
enableCompileCache();
const { runKith } = await import("../dist/program/kith.js");
process.exit(await runKith(process.argv));
