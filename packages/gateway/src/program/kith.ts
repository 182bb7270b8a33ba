import { Command, CommanderError } from "commander";
import { kithVersion } from "../version.js";
import { EXIT, type Exit, explain } from "./exit.js";
import { partnerCommands } from "./partner-commands.js";
import { servingCommands } from "./serving-commands.js";

const CODES = `
Exit codes: 0 it is done; 1 it could not be done, or kith doctor found a fault; 2 the command line or the environment is
wrong. What went wrong is one line on standard error. --json prints one JSON value on standard output.`;

/** The kith program. Each command loads only what it needs, so that none waits for the others. */
export async function runKith(argv: readonly string[]): Promise<Exit> {
  const program = new Command("kith")
    .description("Runs and looks after a Kith gateway. Settings come from the environment.")
    .version(kithVersion())
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText("after", CODES);
  let exit: Exit = EXIT.OK;
  servingCommands(program, (news) => (exit = news));
  partnerCommands(program);

  try {
    await program.parseAsync(argv);
    return exit;
  } catch (error) {
    // Commander has said what was wrong; help and version are no fault.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.USAGE;
    const explained = explain(error);
    for (const line of explained.lines) process.stderr.write(`kith: ${line}\n`);
    return explained.exit;
  }
}
