import { join } from "node:path";
import { ROOT } from "../checks/files.ts";
import { packPackages } from "./pack-packages.ts";

for (const { file } of await packPackages(join(ROOT, "packed"))) console.log(file);
