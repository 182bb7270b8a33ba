import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

// Our packages are ES modules and say so: whoever resolves by require's rules, or as before `exports`, is promised nothing.
const PROMISED = new Set(["node16-esm", "bundler"]);
// Files to read or to serve, not to import.
const NOT_MODULES = ["./schema.graphql", /^\.\/browser\//];

/** What publint and are-the-types-wrong find at a package as it would be published; `types` if it is there to be imported. */
export async function packageFaults(tarball: Uint8Array, { types }: { types: boolean }): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer }, strict: true });
  const faults = messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
  if (!types) return faults;
  const result = await checkPackage(createPackageFromTarballData(tarball), { excludeEntrypoints: NOT_MODULES });
  if (!result.types) return [...faults, "It has no types."];
  const wrong = result.problems.filter((one) => !("resolutionKind" in one) || PROMISED.has(one.resolutionKind));
  return [...faults, ...wrong.map((problem) => JSON.stringify(problem))];
}
