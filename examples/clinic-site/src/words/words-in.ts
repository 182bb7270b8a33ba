import type { Look } from "../look.ts";
import { words as ar } from "./ar.ts";
import { words as de } from "./de.ts";
import { words as en, type Words } from "./en.ts";
import { words as es } from "./es.ts";
import { words as fr } from "./fr.ts";
import { words as pt } from "./pt.ts";

const all: Record<Look["language"], Words> = { en, es, fr, de, pt, ar };

export function wordsIn(language: Look["language"]): Words {
  return all[language];
}
