/** Which way code may depend on code. Every rule has a planted violation in scripts/arrows.test.ts. */
const TEST = "[.]test[.]ts$|[.]test-d[.]ts$|/testing[^/]*$|/testing/|^packages/gateway/src/access/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "core-knows-nothing-of-ours",
      comment: "Core holds the rules everyone shares; a rule that knew a package of ours could not be used by all.",
      severity: "error",
      from: { path: "^packages/core/" },
      to: { path: "^(packages/(?!core/)|scripts/|examples/|bench/|faults/|test/|docs/)" },
    },
    {
      name: "core-is-pure",
      comment: "Core runs in browsers and in property tests: no Node modules, and no library but its schemas'.",
      severity: "error",
      from: { path: "^packages/core/src/", pathNot: TEST },
      to: {
        dependencyTypes: ["core", "npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg"],
        pathNot: "/valibot/",
      },
    },
    {
      name: "gateway-knows-only-core",
      comment: "The gateway serves whatever folders it is given, so it needs no client, no widget and no demo.",
      severity: "error",
      from: { path: "^packages/gateway/" },
      to: { path: "^(packages/(sdk|widgets)/|scripts/|examples/|bench/|faults/|docs/)" },
    },
    {
      name: "sdk-takes-only-types-of-core",
      comment: "The SDK is small because no rule of core comes with it at run time.",
      severity: "error",
      from: { path: "^packages/sdk/src/", pathNot: TEST },
      to: { path: "^packages/core/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sdk-knows-only-core",
      comment: "The SDK speaks to a gateway by its schema, and works without any interface of ours.",
      severity: "error",
      from: { path: "^packages/sdk/" },
      to: { path: "^(packages/widgets/|scripts/|examples/|bench/|faults/|docs/)" },
    },
    {
      name: "widgets-stay-in-the-browser",
      comment: "What signs tokens or acts for members holds a secret and must never reach a page.",
      severity: "error",
      from: { path: "^packages/widgets/src/", pathNot: TEST },
      to: {
        path: "^(packages/sdk/src/server/|scripts/|examples/|bench/|faults/|docs/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nothing-imports-gateway",
      comment:
        "A gateway is met over HTTP. Only the start script and the bench run its parts themselves; tests may too.",
      severity: "error",
      from: { path: "^(packages/(core|sdk|widgets)/|examples/|docs/|scripts/(?!start))", pathNot: TEST },
      to: { path: "^packages/gateway/" },
    },
    {
      name: "platform-knows-no-feature",
      comment: "What all features stand on must not lean on one of them.",
      severity: "error",
      from: { path: "^packages/gateway/src/platform/", pathNot: TEST },
      to: { path: "^packages/gateway/src/features/" },
    },
    {
      name: "gateway-features-meet-at-their-index",
      comment: "A feature may be rewritten inside as long as its index keeps its word.",
      severity: "error",
      from: { path: "^packages/gateway/src/features/([^/]+)/" },
      to: {
        path: "^packages/gateway/src/features/",
        pathNot: "^packages/gateway/src/features/($1/|[^/]+/index\\.ts$)",
      },
    },
    {
      name: "core-features-meet-at-their-index",
      comment: "A feature may be rewritten inside as long as its index keeps its word.",
      severity: "error",
      from: { path: "^packages/core/src/([^/]+)/" },
      to: { path: "^packages/core/src/", pathNot: "^packages/core/src/($1/|[^/]+/(index|input)\\.ts$)" },
    },
    {
      name: "widget-platform-knows-no-feature",
      comment: "Session, theme and words are shared by all elements and loaded before any of them.",
      severity: "error",
      from: { path: "^packages/widgets/src/platform/", pathNot: TEST },
      to: { path: "^packages/widgets/src/(members|communities|support-offers|check-ins|safety|partners|programs)/" },
    },
    {
      name: "composition-root-is-the-top",
      comment: "The files that know every room are known by none, but for the program that runs them.",
      severity: "error",
      from: { path: "^packages/gateway/src/(features|platform)/", pathNot: TEST },
      to: { path: "^packages/gateway/src/(main|schema)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "packages-are-met-by-name",
      comment: "A path into another package's folder goes around what that package offers.",
      severity: "error",
      from: { path: "^packages/([^/]+)/", pathNot: TEST },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypes: ["local"], dependencyTypesNot: ["aliased"] },
    },
    {
      name: "examples-use-what-partners-use",
      comment: "An example that reaches inside shows a partner something they cannot do.",
      severity: "error",
      from: { path: "^examples/", pathNot: TEST },
      to: { path: "^(packages|scripts)/", dependencyTypes: ["local"], dependencyTypesNot: ["aliased"] },
    },
    {
      name: "tests-are-not-imported",
      comment: "What runs in production must not need a test's tools.",
      severity: "error",
      from: { pathNot: `${TEST}|^(test|bench)/|global-setup\\.ts$|vitest\\.config\\.ts$` },
      to: { path: `${TEST}|^test/` },
    },
    {
      name: "no-cycles",
      comment: "Files that need each other at run time are one file, or start up in an order nobody chose.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "imports-exist",
      comment: "An import that leads nowhere hides from every other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // A built file is a leaf: seen when imported, not looked into.
    doNotFollow: { path: "(^|/)(node_modules|dist)/" },
    exclude: { path: "(^|/)(node_modules/[.]cache|docs/[.]vitepress/cache)/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["kith-source", "import", "require", "node", "default", "types"],
      extensions: [".ts", ".mts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
