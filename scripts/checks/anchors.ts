/** Finds links in the built docs that name a place their page does not have; VitePress itself looks for pages alone. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./files.ts";

/** Links by page that lead to no place: `guide/a → errors#gone`. `pages` holds the HTML by path, without `.html`. */
export function lostLinks(pages: ReadonlyMap<string, string>): string[] {
  const places = new Map([...pages].map(([path, html]) => [path, new Set(idsIn(html))]));
  return [...pages].flatMap(([path, html]) =>
    [...html.matchAll(/<a [^>]*href="([^"]*)#([^"]+)"/g)].flatMap(([, to = "", id = ""]) => {
      if (/^[a-z]+:/.test(to)) return [];
      const target = to ? pathOf(new URL(to, `http://docs/${path}`).pathname) : path;
      return places.get(target)?.has(decodeURIComponent(id)) ? [] : [`${path} → ${target}#${id}`];
    }),
  );
}

const idsIn = (html: string) => [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
const pathOf = (pathname: string) => pathname.slice(1).replace(/(^|\/)$/, "$1index");

if (import.meta.main) {
  const folder = join(ROOT, "docs/.vitepress/dist");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
  const pages = new Map(paths.map((path) => [path.slice(0, -5), readFileSync(join(folder, path), "utf8")]));
  const lost = [...new Set(lostLinks(pages))];
  for (const link of lost) console.log(link);
  console.log(`${pages.size} pages, ${lost.length} links that lead nowhere`);
  process.exitCode = lost.length > 0 || pages.size < 10 ? 1 : 0;
}
