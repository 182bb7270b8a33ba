/** A list of crisis lines for many countries, kept by others. */
export interface CrisisDirectory {
  readonly name: string;
  readonly url: string;
}

/** Where to look when no line is known, and for more than one. Never empty; the widest first. */
export const CRISIS_DIRECTORIES: readonly [CrisisDirectory, ...CrisisDirectory[]] = [
  { name: "Find A Helpline", url: "https://findahelpline.com" },
  { name: "Befrienders Worldwide", url: "https://www.befrienders.org" },
  { name: "IASP", url: "https://www.iasp.info" },
];
