/** Compiles every TypeScript and JavaScript sample of the docs, and checks the GraphQL and JSON ones. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema, parse, specifiedRules, validate } from "graphql";
import { filesOf, ROOT } from "./files.ts";
import { type Sample, samplesOf } from "./samples-of.ts";

/** Inside the workspace, so that samples find our packages and those we test with as a partner's files would. */
const PLACE = join(ROOT, "node_modules/.cache/kith");
const COMPILED: Record<string, string> = {
  ts: "mts",
  typescript: "mts",
  tsx: "tsx",
  js: "mjs",
  javascript: "mjs",
  jsx: "jsx",
};
const DOCS = /^(README|CONTRIBUTING|LIFECYCLE)\.md$|^(docs|packages|examples)\/.*\.md$/;

/** What is wrong, each with the page and line it stands on; nothing when all is well. */
export function faultsOf(samples: readonly Sample[]): string[] {
  const schema = buildSchema(readFileSync(join(ROOT, "packages/sdk/schema.graphql"), "utf8"));
  return [
    ...compile(samples.filter(({ language }) => language in COMPILED)),
    ...samples.filter(({ language }) => language === "graphql").flatMap((sample) => against(schema, sample)),
    ...samples.filter(({ language }) => language === "json").flatMap(unreadable),
  ];
}

function compile(samples: readonly Sample[]): string[] {
  if (!samples.length) return [];
  mkdirSync(PLACE, { recursive: true });
  const folder = mkdtempSync(join(PLACE, "samples-"));
  try {
    const files = samples.map(({ language, code, given }, index) => {
      const name = `${index}.${COMPILED[language]}`;
      // What a sample takes as given stands on one line before it, so that line numbers stay known.
      writeFileSync(join(folder, name), `${given}\n${code}\nexport {};\n`);
      return name;
    });
    const strict = {
      composite: false,
      noEmit: true,
      rootDir: "/",
      jsx: "react-jsx",
      types: ["node"],
      lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"],
    };
    // Names and arguments are checked; what may be undefined is left to those who write TypeScript.
    const loose = { ...strict, allowJs: true, checkJs: true, strict: false, exactOptionalPropertyTypes: false };
    const project = (name: string, compilerOptions: object, own: string[]) =>
      writeFileSync(
        join(folder, name),
        JSON.stringify({ extends: join(ROOT, "tsconfig.base.json"), compilerOptions, files: own }),
      );
    project(
      "strict.json",
      strict,
      files.filter((file) => !isScript(file)),
    );
    project("loose.json", { ...loose, noImplicitReturns: false }, files.filter(isScript));
    const said = [
      ...(files.some(isScript) ? complaints(folder, "loose.json") : []),
      ...(files.some((file) => !isScript(file)) ? complaints(folder, "strict.json") : []),
    ];
    return said.map((line) => named(line, samples));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const isScript = (file: string) => /\.(mjs|jsx)$/.test(file);

function complaints(folder: string, project: string): string[] {
  try {
    execFileSync("tsc", ["-p", project, "--pretty", "false"], { cwd: folder, encoding: "utf8" });
    return [];
  } catch (error) {
    const { stdout = "" } = error as { stdout?: string };
    if (!stdout) throw error;
    return stdout.split("\n").filter((line) => /^\S/.test(line));
  }
}

function named(complaint: string, samples: readonly Sample[]): string {
  const [, index, row, rest] = /(\d+)\.(?:\w+)\((\d+),\d+\): (.*)$/.exec(complaint) ?? [];
  const sample = samples[Number(index)];
  return sample && index ? `${sample.path}:${sample.line + Number(row) - 1} ${rest}` : complaint;
}

function against(schema: GraphQLSchema, { path, line, code }: Sample): string[] {
  // A sample may show a fragment alone.
  const rules = specifiedRules.filter(({ name }) => name !== "NoUnusedFragmentsRule");
  try {
    return validate(schema, parse(code), rules).map(
      ({ message, locations }) => `${path}:${line + (locations?.[0]?.line ?? 1)} ${message}`,
    );
  } catch (error) {
    return [`${path}:${line} ${(error as Error).message}`];
  }
}

function unreadable({ path, line, code }: Sample): string[] {
  try {
    JSON.parse(code);
    return [];
  } catch (error) {
    return [`${path}:${line} ${(error as Error).message}`];
  }
}

if (import.meta.main) {
  const pages = filesOf().filter((path) => DOCS.test(path));
  const samples = pages.flatMap((path) => samplesOf(path, readFileSync(join(ROOT, path), "utf8")));
  const faults = faultsOf(samples);
  for (const fault of faults) console.log(fault);
  console.log(`${samples.length} samples, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
