import type { MarkdownRenderer } from "vitepress";

/** Links of the widgets' own pages, which stand beside their code, to one another and into the docs lead to pages here. */
export function elementLinks(md: MarkdownRenderer): void {
  md.core.ruler.push("element-links", ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const to = pageOf(token.attrGet("href") ?? "");
      if (token.type === "link_open" && to) token.attrSet("href", to);
    }
  });
}

function pageOf(address: string): string | null {
  const here = /\/docs\/elements\/([a-z-]+)\.md(#.*)?$/.exec(address);
  if (here) return `/elements/${here[1]}${here[2] ?? ""}`;
  const element = /(?:^|\/)(kith-[a-z-]+)\.md$/.exec(address)?.[1];
  if (element) return `/elements/${element}`;
  const page = /\/docs\/([a-z/-]+)\.md$/.exec(address)?.[1];
  if (page) return `/${page}`;
  const part = /^\.\.\/\.\.\/\.\.\/README\.md(#.*)?$/.exec(address);
  return part ? `/elements/overview${part[1] ?? ""}` : null;
}
