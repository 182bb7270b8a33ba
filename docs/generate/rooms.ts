import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FEATURES = fileURLToPath(new URL("../../packages/gateway/src/features/", import.meta.url));

/** The page for what no feature of the gateway declares: `Node`, `PageInfo`, scalars. */
export const SHARED = "shared";

/** Which feature of the gateway declares a type or answers a root field: the schema itself does not say. */
export interface Rooms {
  ofType(name: string): string;
  ofRootField(name: string): string;
}

/** Finds them in the text of the gateway's features, so that a new type needs no list of ours. */
export function readRooms(folder = FEATURES): Rooms {
  const texts = new Map(features(folder).map((feature) => [feature, textOf(join(folder, feature))]));
  const first = (pattern: RegExp) => [...texts].find(([, text]) => pattern.test(text))?.[0] ?? SHARED;
  return {
    ofType(name) {
      const base = name.replace(/(Connection|Edge)$/, "");
      return first(new RegExp(`\\bclass ${base}\\b|registerEnumType\\(${base}\\b|\\bname: "${base}"`));
    },
    // A method by this name, decorated as a query, mutation or subscription.
    ofRootField: (name) =>
      first(
        new RegExp(
          `@(?:Query|Mutation|Subscription)\\((?:(?!@(?:Query|Mutation|Subscription)\\()[^])*?\\n  (?:async )?\\*?${name}\\(`,
        ),
      ),
  };
}

function features(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.test(-d)?\.ts$|testing/.test(path))
    .sort()
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .join("\n");
}
