import type { MarkdownRenderer } from "vitepress";

/** Puts a dot of the colour before each colour that stands in code: `#1f6f66`. */
export function colourDots(md: MarkdownRenderer): void {
  const plain = md.renderer.rules.code_inline;
  md.renderer.rules.code_inline = (tokens, index, options, env, self) => {
    const colour = /^#[0-9a-f]{6}$/.exec(tokens[index]?.content ?? "")?.[0];
    const code = plain?.(tokens, index, options, env, self) ?? "";
    return colour ? `<span class="colour"><i style="background:${colour}"></i>${code}</span>` : code;
  };
}
