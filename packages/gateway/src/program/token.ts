import { externalIdFault } from "@kith/core/partners";
import { readEnvironment } from "../config.js";
import { mintToken } from "../features/partners/mint-token.js";
import { CommandError, EXIT } from "./exit.js";
import { orRefused } from "./refusal.js";
import { tell } from "./tell.js";
import { withKeys } from "./with-database.js";

const LONGEST = 3600;

export interface TokenOptions {
  readonly kid: string;
  readonly externalId: string;
  readonly expiresIn: string;
  readonly evenInProduction: boolean;
  readonly json: boolean;
}

/** A member's token, for trying. It is as good as the member's own. */
export async function token(env: NodeJS.ProcessEnv, options: TokenOptions): Promise<void> {
  const { kid, externalId, json } = options;
  const expiresIn = /^\d{1,4}$/.test(options.expiresIn) ? Number(options.expiresIn) : 0;
  if (expiresIn < 1 || expiresIn > LONGEST) throw new CommandError("--expires-in is 1 to 3600 seconds.", EXIT.USAGE);
  const fault = externalIdFault(externalId);
  if (fault) throw new CommandError(`The external id will not do (${fault}).`, EXIT.USAGE);
  if (readEnvironment(env) === "production" && !options.evenInProduction) {
    throw new CommandError(
      "Whoever holds a token is that member. This is production (KITH_ENV): add --even-in-production if you mean it.",
    );
  }
  const minted = await withKeys(env, (database, key) =>
    mintToken(database, key, { kid, externalId, expiresIn, now: new Date() }),
  );
  const made = orRefused(minted);
  tell(json, { ...made, externalId }, made.token);
}
