import type { Command } from "commander";

interface Json {
  readonly json?: boolean;
}
const PARTNER = "its id, prt_…";
const KEY = "the key's id, kid_…";

/** partner, keys, origins, token. */
export function partnerCommands(program: Command): void {
  const partner = program.command("partner").description("look after partners");
  partner
    .command("create")
    .description("create a partner and show its keys, this once")
    .argument("<name>", "its name, 1 to 120 characters")
    .option("--origin <origin...>", "where its pages are, exactly as browsers say it: https://clinic.example", [])
    .option("--matching-dial <dial>", "STAFF_PROPOSES, STAFF_APPROVES, SUGGEST_ONLY or PEER_TO_PEER")
    .option("--json", "print JSON")
    .addHelpText("after", '\nExample:\n  kith partner create "My clinic" --origin https://clinic.example')
    .action(async (name: string, options: { origin: string[]; matchingDial?: string } & Json) => {
      const { origin: origins, matchingDial, json = false } = options;
      await (await import("./partner-create.js")).partnerCreate(process.env, { name, origins, matchingDial, json });
    });
  partner
    .command("list")
    .description("show all partners")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  kith partner list --json")
    .action(async ({ json = false }: Json) => (await import("./partner-list.js")).partnerList(process.env, json));

  keyCommands(program);

  const origins = program.command("origins").description("look after the origins whose pages may use a partner's keys");
  for (const [name, what] of [
    ["add", "let pages at these origins use the partner's keys"],
    ["remove", "no longer let them, at once on every running gateway"],
  ] as const) {
    origins
      .command(name)
      .description(what)
      .argument("<partner>", PARTNER)
      .argument("<origin...>", "exactly as browsers say it: https://clinic.example")
      .option("--json", "print JSON")
      .addHelpText("after", `\nExample:\n  kith origins ${name} prt_01… https://clinic.example`)
      .action(async (of: string, given: string[], { json = false }: Json) =>
        (await import("./origins.js")).origins(process.env, of, { [name]: given }, json),
      );
  }
  origins
    .command("list")
    .description("show a partner's origins")
    .argument("<partner>", PARTNER)
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  kith origins list prt_01…")
    .action(async (of: string, { json = false }: Json) =>
      (await import("./origins.js")).origins(process.env, of, {}, json),
    );

  program
    .command("token")
    .description("sign a member's token, for trying: whoever holds it is that member until it ends")
    .argument("<kid>", "the signing key's id, kid_…")
    .argument("<external-id>", "the partner's own id of the member; met now if Kith does not know it")
    .option("--expires-in <seconds>", "how long it holds, 1 to 3600", "900")
    .option("--even-in-production", "also where KITH_ENV is production")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  KITH_ENV=development kith token kid_01… patient-42 --expires-in 600")
    .action(
      async (
        kid: string,
        externalId: string,
        { expiresIn, evenInProduction = false, json = false }: { expiresIn: string; evenInProduction?: boolean } & Json,
      ) => (await import("./token.js")).token(process.env, { kid, externalId, expiresIn, evenInProduction, json }),
    );
}

function keyCommands(program: Command): void {
  const keys = program.command("keys").description("look after a partner's publishable, secret and signing keys");
  keys
    .command("create")
    .description("make a further key and show it, this once")
    .argument("<partner>", PARTNER)
    .argument("<kind>", "publishable, secret or signing")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  kith keys create prt_01… signing")
    .action(async (of: string, kind: string, { json = false }: Json) =>
      (await import("./keys.js")).keysCreate(process.env, of, kind, json),
    );
  keys
    .command("list")
    .description("show a partner's keys: which are in force, which end and when; never the keys themselves")
    .argument("<partner>", PARTNER)
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  kith keys list prt_01…")
    .action(async (of: string, { json = false }: Json) => (await import("./keys.js")).keysList(process.env, of, json));
  keys
    .command("rotate")
    .description("make a key that follows this one and show it, this once; the old one holds until its time")
    .argument("<key>", KEY)
    .option("--until <when>", "how long the old key holds: 45m, 24h, 7d, or an instant", "24h")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  kith keys rotate kid_01… --until 2026-12-01T09:00:00Z")
    .action(async (key: string, { until, json = false }: { until: string } & Json) =>
      (await import("./keys.js")).keysRotate(process.env, key, until, json),
    );
  keys
    .command("revoke")
    .description("end a key now, at once on every running gateway; what a signing key signed ends with it")
    .argument("<key>", KEY)
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  kith keys revoke kid_01…")
    .action(async (key: string, { json = false }: Json) =>
      (await import("./keys.js")).keysRevoke(process.env, key, json),
    );
}
