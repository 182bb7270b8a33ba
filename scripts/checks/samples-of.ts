/** A block of code in a page. */
export interface Sample {
  readonly path: string;
  /** Of the line that opens it. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** What it takes as given, from the comment `<!-- given: … -->` before it, which readers do not see. */
  readonly given: string;
}

/** The blocks of code in a Markdown page, those inside lists and code groups too. */
export function samplesOf(path: string, text: string): Sample[] {
  const lines = text.split("\n");
  const samples: Sample[] = [];
  let given = "";
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, indent = "", fence = "", language = ""] = /^(\s*)(`{3,})([\w#+-]*)/.exec(line) ?? [];
    if (!fence) {
      if (line.trim()) given = /^\s*<!-- given: (.*) -->$/.exec(line)?.[1] ?? "";
      continue;
    }
    const end = lines.findIndex((other, index) => index > at && other.trim() === fence);
    if (end < 0) throw new Error(`${path}:${at + 1} opens a block of code that is never closed.`);
    const code = lines.slice(at + 1, end).map((row) => (row.startsWith(indent) ? row.slice(indent.length) : row));
    samples.push({ path, line: at + 1, language: language.toLowerCase(), code: code.join("\n"), given });
    given = "";
    at = end;
  }
  return samples;
}
