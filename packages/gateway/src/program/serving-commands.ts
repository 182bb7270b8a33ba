import type { Command } from "commander";
import type { Exit } from "./exit.js";

interface Json {
  readonly json?: boolean;
}

/** serve, migrate, doctor; `onBadNews` hears of faults that the doctor found. */
export function servingCommands(program: Command, onBadNews: (exit: Exit) => void): void {
  program
    .command("serve")
    .description("serve the API until told to stop; changes nothing in the database's structure")
    .option("--json", "say the address as JSON")
    .addHelpText("after", "\nExample:\n  PORT=4000 kith serve")
    .action(async ({ json = false }: Json) => (await import("./serve.js")).serve(process.env, json));

  program
    .command("migrate")
    .description("bring the database up to date; safe to start twice at once")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  DATABASE_URL=postgres://owner@db/kith kith migrate")
    .action(async ({ json = false }: Json) => (await import("./migrate.js")).migrateDatabase(process.env, json));

  program
    .command("doctor")
    .description("check what a gateway stands on and say what to do; changes nothing")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  kith doctor --json")
    .action(async ({ json = false }: Json) => onBadNews(await (await import("./doctor.js")).doctor(process.env, json)));
}
