import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const NOT_OURS = new Set(["node_modules", "dist", ".git", ".turbo", ".kith", "cache", "coverage"]);

/** The repository's own files as paths from its root, sorted; nothing that was installed, built or cached. */
export function filesOf(folder = "", root = ROOT): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return filesOf(path, root);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}
