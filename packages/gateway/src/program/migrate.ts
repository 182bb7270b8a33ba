import { readDatabaseUrl } from "../config.js";
import { GATEWAY_ROLE } from "../platform/database/gateway-role.js";
import { migrate } from "../platform/database/migrator.js";

export async function migrateDatabase(env: NodeJS.ProcessEnv): Promise<void> {
  const { applied, gatewayRole } = await migrate(readDatabaseUrl(env));
  for (const name of applied) process.stdout.write(`${name}\n`);
  if (applied.length === 0) process.stdout.write("The database is up to date.\n");
  if (gatewayRole === "MISSING") {
    process.stderr.write(
      `kith: This user may not create the role ${GATEWAY_ROLE}, which holds the gateway's rights. Create it, then run kith migrate again.\n`,
    );
  }
}
