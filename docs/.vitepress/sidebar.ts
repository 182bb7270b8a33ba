import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DefaultTheme } from "vitepress";

const DOCS = fileURLToPath(new URL("../", import.meta.url));
type Group = DefaultTheme.SidebarItem;

/** Every page of the docs by folder, so that a new page needs no entry here: only its place, if it should have one. */
export function sidebar(): Group[] {
  return [
    group("Start", "guide", ["quickstart", "embed", "member-tokens", "theme", "words"], { only: true }),
    group("Build", "guide", ["own-interface", "graphql-clients", "acting-for-members", "retries", "pagination"], {
      only: true,
    }),
    group("Care", "guide", ["safety", "privacy", "accessibility"], { only: true }),
    group("Elements", "elements", ["overview", "playground", "kith-session"]),
    group("Features", "features", [
      "members",
      "communities",
      "support-offers",
      "check-ins",
      "live",
      "safety",
      "partners",
    ]),
    group(
      "API reference",
      "reference",
      ["index", "members", "communities", "support-offers", "check-ins", "safety", "partners"],
      {
        more: [{ text: "Errors", link: "/errors" }],
      },
    ),
    group("Running it", "operating", ["running", "program", "keys", "container"]),
    group("Inside", "guide", ["architecture"], {
      only: true,
      more: [...pagesIn("design", ["index"]), { text: "Decisions", link: "/decisions/" }],
    }),
  ].filter(({ items }) => items?.length);
}

interface GroupOptions {
  /** Only the pages that are named, as the folder's others stand elsewhere. */
  only?: boolean;
  more?: Group[];
}

function group(text: string, folder: string, first: readonly string[], options: GroupOptions = {}): Group {
  const { only = false, more = [] } = options;
  return { text, items: [...pagesIn(folder, first, only), ...more] };
}

function pagesIn(folder: string, first: readonly string[], only = false): Group[] {
  if (!existsSync(`${DOCS}${folder}`)) return [];
  const names = readdirSync(`${DOCS}${folder}`)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -3));
  const place = (name: string) => (first.indexOf(name) + first.length + 1) % (first.length + 1);
  return names
    .filter((name) => !only || first.includes(name))
    .sort((one, other) => place(one) - place(other) || one.localeCompare(other))
    .map((name) => ({ text: titleOf(folder, name), link: `/${folder}/${name === "index" ? "" : name}` }));
}

function titleOf(folder: string, name: string): string {
  if (name.startsWith("kith-")) return `&lt;${name}&gt;`;
  if (name === "overview") return "On a page";
  if (name === "index" && folder !== "design") return "Overview";
  const title = /^# (.+)$/m.exec(readFileSync(`${DOCS}${folder}/${name}.md`, "utf8"))?.[1] ?? name;
  return folder === "reference" ? title.replace(/: API$/, "") : title.replaceAll("`", "");
}
