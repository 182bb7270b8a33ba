import type { MarkdownRenderer } from "vitepress";

/** Gives each reason on the page of errors an address: the row of `NO_SEATS` is `errors#capacity-reached-no-seats`. */
export function reasonAnchors(md: MarkdownRenderer): void {
  md.core.ruler.push("reason-anchors", ({ tokens, env }) => {
    if (env.relativePath !== "errors.md") return;
    let code = "";
    tokens.forEach((token, index) => {
      const next = tokens[index + 1]?.content ?? "";
      if (token.type === "heading_open" && token.tag === "h2") code = next;
      // A row opens, then its first cell, then what stands in the cell.
      const reason = /^`([A-Z_]+)`$/.exec(tokens[index + 2]?.content ?? "")?.[1];
      if (token.type === "tr_open" && reason) token.attrSet("id", `${addressOf(code)}-${addressOf(reason)}`);
    });
  });
}

/** As VitePress makes a heading's address. */
const addressOf = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, "-");
