import { createHash } from "node:crypto";
import type { Rolldown } from "vite";

const WORDS = /^chunks\/words-([a-z]+)-([\w-]+)-[\w-]{8}\.js$/;
const FILES = /\{en:\(\)=>kithImport\("words-en-([\w-]+)-[\w-]{8}\.js"\)[^{}]*\}/g;

interface Named {
  /** Defines what `named` puts in. */
  readonly code: string;
  readonly name: "kithWords";
  /** The code with each list of a catalogue's files replaced by the catalogue's name. */
  named(code: string): string;
}

/**
 * Gives all files of words in one language the same hash, that of them all. So their names need not be listed for every
 * catalogue and language, which would be most of what a catalogue adds to an element: one hash a language tells them all.
 */
export function sameWords(bundle: Rolldown.OutputBundle, emit: Rolldown.PluginContext["emitFile"]): Named {
  const files = Object.values(bundle).flatMap((file) => {
    const [, language = "", name = ""] = WORDS.exec(file.fileName) ?? [];
    return file.type === "chunk" && language ? [{ language, name, path: file.fileName, source: file.code }] : [];
  });
  const languages = [...new Set(files.map(({ language }) => language))];
  const hashes = Object.fromEntries(
    languages.map((one) => {
      const all = files.filter(({ language }) => language === one).map(({ name, source }) => name + source);
      return [one, createHash("sha256").update(all.toSorted().join()).digest("base64url").slice(0, 8)];
    }),
  );
  for (const { language, name, path, source } of files) {
    delete bundle[path];
    emit({ type: "asset", fileName: `chunks/words-${language}-${name}-${hashes[language]}.js`, source });
  }
  return {
    name: "kithWords",
    code: `const kithHashes=${JSON.stringify(hashes)},kithWords=n=>Object.fromEntries(Object.entries(kithHashes).map(([l,h])=>[l,()=>kithImport(\`words-\${l}-\${n}-\${h}.js\`)]));`,
    named: (code) => code.replace(FILES, (_, name: string) => `kithWords("${name}")`),
  };
}
