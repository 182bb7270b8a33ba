export interface Instruction {
  /** `COPY`, `RUN`, … */
  readonly name: string;
  readonly text: string;
}

export interface Stage {
  /** What comes after AS; the last has none. */
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Containerfile as plain as ours: no line is continued, no variable stands in a path. */
export function stagesOf(text: string): Stage[] {
  const stages: { name: string | null; instructions: Instruction[] }[] = [];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const [, name = "", rest = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === "FROM") stages.push({ name: / AS (\w+)$/.exec(rest)?.[1] ?? null, instructions: [] });
    else stages.at(-1)?.instructions.push({ name, text: rest });
  }
  return stages;
}

/** What a COPY takes, from which stage if from one, and where to. */
export function copyOf({ text }: Instruction): { from: string | null; sources: string[]; to: string } {
  const words = text.split(/\s+/);
  const from = words[0]?.startsWith("--from=") ? (words.shift()?.slice("--from=".length) ?? null) : null;
  return { from, to: words.pop() ?? "", sources: words };
}
