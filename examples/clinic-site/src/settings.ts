import { readFileSync } from "node:fs";

/** Someone who can sign in at the clinic. */
export interface Person {
  /** The clinic's own number for them, the only thing about them that a token tells Kith. */
  externalId: string;
  name: string;
  role: string;
}

export interface Settings {
  /** Where the gateway is, and with it `kith.js`. */
  endpoint: string;
  partnerId: string;
  publishableKey: string;
  signingKey: { kid: string; secret: string };
  people: readonly Person[];
}

/**
 * The clinic's settings from the environment: `KITH_ENDPOINT`, `KITH_PARTNER_ID`, `KITH_PUBLISHABLE_KEY`,
 * `KITH_SIGNING_KID`, `KITH_SIGNING_SECRET` and `CLINIC_PEOPLE` (JSON). Without `KITH_ENDPOINT` they are those of the
 * demo that runs on this machine. Throws when one is missing.
 */
export function readSettings(env: NodeJS.ProcessEnv, demoFile: URL): Settings {
  if (!env["KITH_ENDPOINT"]) return readDemo(demoFile);
  const needed = (name: string) => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set.`);
    return value;
  };
  return {
    endpoint: needed("KITH_ENDPOINT"),
    partnerId: needed("KITH_PARTNER_ID"),
    publishableKey: needed("KITH_PUBLISHABLE_KEY"),
    signingKey: { kid: needed("KITH_SIGNING_KID"), secret: needed("KITH_SIGNING_SECRET") },
    people: JSON.parse(needed("CLINIC_PEOPLE")) as Person[],
  };
}

function readDemo(file: URL): Settings {
  const { endpoint, partner, members } = JSON.parse(readFileSync(file, "utf8"));
  return {
    endpoint,
    partnerId: partner.id,
    publishableKey: partner.publishableKey,
    signingKey: partner.signingKey,
    people: members,
  };
}
