import { access } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { type Config, ConfigError, readConfig, readDatabaseUrl } from "../config.js";
import { SESSION } from "../platform/database/database.js";
import { type Finding, fail, ok, warn } from "./doctor/finding.js";
import { checkKeys } from "./doctor/key-checks.js";
import { checkPlans } from "./doctor/plan-checks.js";
import { checkSchema } from "./doctor/schema-checks.js";
import { checkServer } from "./doctor/server-checks.js";
import { EXIT, type Exit, explain } from "./exit.js";
import { table } from "./tell.js";

const WITHIN_MS = 10_000;
const USUAL_POOL = 10;

/** Checks what a gateway stands on and says of each thing whether it is well, and what to do if not. Changes nothing. */
export async function doctor(env: NodeJS.ProcessEnv, json: boolean): Promise<Exit> {
  const findings: Finding[] = [];
  const config = configIn(env, findings);
  const url = config?.databaseUrl ?? databaseUrlIn(env);
  if (url !== null) await checkDatabase(url, config, findings);
  if (config) findings.push(await assets(config));

  const well = findings.every(({ status }) => status !== "FAIL");
  process.stdout.write(json ? `${JSON.stringify({ ok: well, checks: findings }, null, 2)}\n` : shown(findings));
  return well ? EXIT.OK : EXIT.FAILED;
}

async function checkDatabase(url: string, config: Config | null, findings: Finding[]): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "kith doctor",
    connectionTimeoutMillis: WITHIN_MS,
    query_timeout: WITHIN_MS,
    options: SESSION,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    findings.push(ok("database", "The database answers."));
    for await (const finding of checkServer(client, config?.poolSize ?? USUAL_POOL)) findings.push(finding);
    for await (const finding of checkSchema(client)) findings.push(finding);
    if (findings.some(({ check, status }) => status === "FAIL" && (check === "migrations" || check === "rights")))
      return;
    for await (const finding of checkKeys(client, config?.encryptionKey ?? null)) findings.push(finding);
    findings.push(await checkPlans(client));
  } catch (error) {
    findings.push(
      fail("database", explain(error).lines.join(" "), "See the line before; nothing after it was checked."),
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function configIn(env: NodeJS.ProcessEnv, findings: Finding[]): Config | null {
  try {
    const config = readConfig(env);
    findings.push(ok("environment", `All variables are well; this is ${config.environment}.`));
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const fault of error.faults) findings.push(fail("environment", `${fault}.`, "See docs/operating/running.md."));
    return null;
  }
}

function databaseUrlIn(env: NodeJS.ProcessEnv): string | null {
  try {
    return readDatabaseUrl(env);
  } catch {
    return null;
  }
}

async function assets({ assets: folder }: Config): Promise<Finding> {
  if (folder === null) return ok("assets", "No folder of widgets is named: pages load them from elsewhere.");
  const there = await access(join(folder, "kith.js")).then(
    () => true,
    () => false,
  );
  return there
    ? ok("assets", "The folder of widgets has kith.js.")
    : warn(
        "assets",
        "There is no kith.js in the folder KITH_ASSETS names.",
        "Name packages/widgets/dist/browser, built.",
      );
}

function shown(findings: readonly Finding[]): string {
  return table(
    findings.map(({ check, status, message, todo }) => [status, check, todo ? `${message} ${todo}` : message]),
  );
}
