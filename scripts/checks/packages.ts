import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "../pack/pack-packages.ts";
import { packageFaults } from "./package-faults.ts";

const folder = await mkdtemp(join(tmpdir(), "kith-packed-"));
try {
  for (const { name, file } of await packPackages(folder)) {
    // The gateway is a program.
    for (const fault of await packageFaults(await readFile(file), { types: name !== "@kith/gateway" })) {
      console.log(`${name}: ${fault}`);
      process.exitCode = 1;
    }
  }
} finally {
  await rm(folder, { recursive: true });
}
