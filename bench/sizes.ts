import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, gzipped } from "../packages/sdk/src/testing/bundle.ts";
import type { Results } from "./results.ts";

const BUILT = join(import.meta.dirname, "../packages/widgets/dist/browser");
const FIRST = "kith-check-in";
/** What any element draws in that speaks to the gateway, besides what the first has. */
const SHARED = /^(reading|gateway)-[\w-]{8}\.js$/;
const LOADER_MOST = 1_000;
const FIRST_MOST = 16_000;
const FURTHER_MOST = 6_000;

/** A chunk and those it cannot start without. */
interface Chunk {
  readonly bytes: number;
  readonly imports: readonly string[];
}

/** What a page pays for: of the widgets as they were built, and of the SDK as a bundler takes from it. */
export async function measureSizes(): Promise<NonNullable<Results["sizes"]>> {
  return [...(await widgets()), ...(await sdk())];
}

async function widgets() {
  const chunks = new Map<string, Chunk>();
  for (const name of await readdir(join(BUILT, "chunks"))) {
    const code = await readFile(join(BUILT, "chunks", name), "utf8");
    const imports = [...code.matchAll(/(?:\bfrom|\bimport)"\.\/([^"]+)"/g)].map(([, other]) => other as string);
    if (name.endsWith(".js")) chunks.set(name, { bytes: gzipped(code), imports });
  }
  const needed = (name: string, all = new Set<string>()): Set<string> => {
    if (!all.has(name)) for (const other of chunks.get(all.add(name) && name)?.imports ?? []) needed(other, all);
    return all;
  };
  const bytes = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + (chunks.get(name)?.bytes ?? 0), 0);
  const elements = new Map<string, Set<string>>();
  for (const name of chunks.keys()) {
    const tag = /^(kith-(?!part-)[a-z-]+)-[\w-]{8}\.js$/.exec(name)?.[1];
    if (tag) elements.set(tag, needed(name));
  }
  const first = elements.get(FIRST);
  if (!first) throw new Error(`no ${FIRST} in ${BUILT}: npm run build`);
  const loader = gzipped(await readFile(join(BUILT, "kith.js"), "utf8"));
  const further = [...elements].filter(([tag]) => tag !== FIRST);
  const shared = new Set([
    ...first,
    ...[...chunks.keys()].filter((name) => SHARED.test(name)).flatMap((name) => [...needed(name)]),
  ]);
  return [
    { name: "Loader", bytes: loader, most: LOADER_MOST },
    {
      name: `<${FIRST}> until it can be used, with loader and session`,
      bytes: loader + bytes(first),
      most: FIRST_MOST,
    },
    ...further.map(([tag, all]) => ({
      name: `<${tag}>, on top of what elements share`,
      bytes: bytes([...all].filter((name) => !shared.has(name))),
      most: FURTHER_MOST,
    })),
  ];
}

/** The same entries, held to the same, as the SDK's own test. */
const ENTRIES = [
  ["SDK: transport, tokens, errors and one operation", "createTransport, KithError, RecordPulseCheckInDocument", 2_500],
  ["SDK: every operation a member has", "createKith", 5_000],
] as const;

function sdk() {
  return Promise.all(
    ENTRIES.map(async ([name, names, most]) => {
      const { code } = await bundle(`export { ${names} } from "@kith/sdk"`);
      return { name, bytes: gzipped(code), most };
    }),
  );
}
