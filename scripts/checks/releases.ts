import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "@changesets/config";
import { readChangesets } from "@changesets/read";
import { PUBLISHED } from "../pack/pack-packages.ts";
import { ROOT } from "./files.ts";
import { unmarkedBreaks } from "./schema-breaks.ts";

const schema = (name: string) => readFileSync(join(ROOT, "packages/sdk", name), "utf8");
const published = new Set<string>(PUBLISHED.map((name) => `@kith/${name}`));

const { config, errors = [] } = await readConfig(ROOT);
const problems = [...errors];
const together = config?.fixed.flat().sort() ?? [];
if (config && together.join() !== [...published].sort().join()) {
  problems.push(`.changeset/config.json keeps ${together.join(", ")} at one version, but others are published.`);
}
const changesets = await readChangesets(ROOT);
for (const { id, releases } of changesets) {
  for (const { name } of releases) {
    if (!published.has(name)) problems.push(`.changeset/${id}.md names ${name}, which is not published.`);
  }
}
const breaks = unmarkedBreaks(
  schema("schema.released.graphql"),
  schema("schema.graphql"),
  changesets.map(({ summary }) => summary),
);
if (breaks.length > 0) {
  problems.push(`schema.graphql breaks what was released. A changeset has to say so:\n${breaks.join("\n")}`);
}

for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exitCode = 1;
