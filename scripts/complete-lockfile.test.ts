import { expect, test } from "vitest";
import { missingEntries, placesFor, platformOf } from "./complete-lockfile.mjs";

test("a platform package is never installed where it cannot run", () => {
  expect(platformOf("@biomejs/cli-linux-x64-musl")).toEqual({ os: ["linux"], cpu: ["x64"], libc: ["musl"] });
  expect(platformOf("@oxlint/binding-linux-arm-gnueabihf")).toEqual({ os: ["linux"], cpu: ["arm"], libc: ["glibc"] });
  expect(platformOf("@turbo/windows-64")).toEqual({ os: ["win32"], cpu: ["x64"] });
  expect(platformOf("@oxc-parser/binding-win32-x64-msvc")).toEqual({ os: ["win32"], cpu: ["x64"] });
  expect(platformOf("fsevents")).toBeNull();
});

test("an optional package that stands in a nearer folder is not added again", () => {
  expect(placesFor("node_modules/a/node_modules/b", "c")).toEqual([
    "node_modules/a/node_modules/b/node_modules/c",
    "node_modules/a/node_modules/c",
    "node_modules/c",
  ]);
  const parent = { dev: true, optionalDependencies: { "tool-darwin-arm64": "1.2.3" } };
  const near = {
    "node_modules/a": {},
    "node_modules/a/node_modules/b": parent,
    "node_modules/a/node_modules/tool-darwin-arm64": {},
  };
  expect(missingEntries(near)).toEqual({});
});

test("a package the registry hid is added at its parent's exact version", () => {
  const parent = { dev: true, optionalDependencies: { "tool-darwin-arm64": "1.2.3" } };
  expect(missingEntries({ "node_modules/tool": parent })).toEqual({
    "node_modules/tool-darwin-arm64": { version: "1.2.3", cpu: ["arm64"], dev: true, optional: true, os: ["darwin"] },
  });
});

test("a version that is not exact is left for a person to add", () => {
  expect(() => missingEntries({ tool: { optionalDependencies: { "tool-darwin-arm64": "^1.2.3" } } })).toThrow(
    "by hand",
  );
});
