import { readDatabaseUrl } from "../config.js";
import { GATEWAY_ROLE } from "../platform/database/gateway-role.js";
import { migrate } from "../platform/database/migrator.js";
import { tell } from "./tell.js";

export async function migrateDatabase(env: NodeJS.ProcessEnv, json: boolean): Promise<void> {
  const { applied, gatewayRole } = await migrate(readDatabaseUrl(env));
  tell(json, { applied, gatewayRole }, applied.length > 0 ? applied.join("\n") : "The database is up to date.");
  if (gatewayRole === "MISSING") {
    process.stderr.write(
      `kith: This user may not create the role ${GATEWAY_ROLE}, which holds the gateway's rights. Create it, then run kith migrate again.\n`,
    );
  }
}
