/** Markup that may go into a page as it is. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Part[] | null | undefined | false;

/** Markup from a template: every text put into it is escaped, whatever a person called themselves. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: texts.reduce((markup, text, index) => markup + written(parts[index - 1]) + text) };
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "object") return "markup" in part ? part.markup : part.map(written).join("");
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
