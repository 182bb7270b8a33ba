import type { Command } from "commander";

interface Json {
  readonly json?: boolean;
}

/** serve, migrate, doctor. */
export function servingCommands(program: Command): void {
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
}
