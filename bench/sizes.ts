import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, gzipped } from "../packages/sdk/src/testing/bundle.ts";
import type { Results } from "./results.ts";

const BUILT = join(import.meta.dirname, "../packages/widgets/dist/browser");
const FIRST = "kith-check-in";
const LOADER_MOST = 1_000;
const FIRST_MOST = 16_000;
const FURTHER_MOST = 6_000;
/** What elements share besides what the first has: with what lists are read, and the four kinds of support. */
const SHARED = /\/(reading|gateway|common-support)-[\w-]{8}\.js$/;

/** What a page pays for: of the widgets as they were built, and of the SDK as a bundler takes from it. */
export async function measureSizes(): Promise<NonNullable<Results["sizes"]>> {
  return [...(await widgets()), ...(await sdk())];
}

/** The loader says itself what each element waits for; the words of another language than English come on top. */
async function widgets() {
  const loader = await readFile(join(BUILT, "kith.js"), "utf8");
  const elements = new Map<string, string[]>();
  for (const [, tag, listed] of loader.matchAll(/"(kith-[a-z-]+)":async\(\)=>\(await kithImport\(([^)]*)\)/g))
    elements.set(
      tag as string,
      [...(listed as string).matchAll(/"([^"]+)"/g)].map(([, file]) => file as string),
    );
  const first = elements.get(FIRST);
  if (!first) throw new Error(`no ${FIRST} in ${BUILT}: npm run build`);
  const bytes = async (files: readonly string[]) => {
    const sizes = await Promise.all(files.map(async (file) => gzipped(await readFile(join(BUILT, file), "utf8"))));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  const further = [...elements].map(([tag, files]) => ({
    tag,
    own: files.filter((file) => !first.includes(file) && !SHARED.test(file)),
  }));
  return [
    { name: "Loader", bytes: gzipped(loader), most: LOADER_MOST },
    {
      name: `<${FIRST}> until it can be used, with loader and session`,
      bytes: gzipped(loader) + (await bytes(first)),
      most: FIRST_MOST,
    },
    ...(await Promise.all(
      further
        .filter(({ own }) => own.length > 0)
        .map(async ({ tag, own }) => ({
          name: `<${tag}>, on top of what elements share`,
          bytes: await bytes(own),
          most: FURTHER_MOST,
        })),
    )),
  ];
}

/** The same entries, held to the same, as the SDK's own test. */
const ENTRIES = [
  ["SDK: transport, tokens, errors and one operation", "createTransport, KithError, RecordPulseCheckInDocument", 2_550],
  ["SDK: every operation a member has", "createKith", 5_300],
] as const;

function sdk() {
  return Promise.all(
    ENTRIES.map(async ([name, names, most]) => {
      const { code } = await bundle(`export { ${names} } from "@kith/sdk"`);
      return { name, bytes: gzipped(code), most };
    }),
  );
}
