import { Command, CommanderError } from "commander";
import { EXIT, type Exit, explain } from "./exit.js";

/** The kith program. Each command loads only what it needs, so that none waits for the others. */
export async function runKith(argv: readonly string[]): Promise<Exit> {
  const program = new Command("kith")
    .description("Runs and looks after a Kith gateway. Settings come from the environment.")
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  program
    .command("serve")
    .description("serve the API until told to stop; changes nothing in the database's structure")
    .action(async () => (await import("./serve.js")).serve(process.env));

  program
    .command("migrate")
    .description("bring the database up to date; safe to start twice at once")
    .action(async () => (await import("./migrate.js")).migrateDatabase(process.env));

  const partner = program.command("partner").description("look after partners");
  partner
    .command("create")
    .description("create a partner and show its keys, this once")
    .argument("<name>", "its name, 1 to 120 characters")
    .option("--origin <origin...>", "where its pages are, exactly as browsers say it: https://clinic.example", [])
    .option("--matching-dial <dial>", "STAFF_PROPOSES, STAFF_APPROVES, SUGGEST_ONLY or PEER_TO_PEER")
    .option("--json", "print JSON")
    .action(async (name: string, options: { origin: string[]; matchingDial?: string; json?: boolean }) => {
      const { partnerCreate } = await import("./partner-create.js");
      await partnerCreate(process.env, {
        name,
        origins: options.origin,
        matchingDial: options.matchingDial,
        json: options.json ?? false,
      });
    });

  try {
    await program.parseAsync(argv);
    return EXIT.OK;
  } catch (error) {
    // Commander has said what was wrong; help and version are no fault.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    const { lines, exit } = explain(error);
    for (const line of lines) process.stderr.write(`kith: ${line}\n`);
    return exit;
  }
}
