import { rm } from "node:fs/promises";
import { startClinic } from "../../examples/clinic-site/src/clinic.ts";
import { readConfig } from "../../packages/gateway/dist/config.js";
import { startGateway } from "../../packages/gateway/dist/main.js";
import { migrateDatabase, otherDatabase, startOwnDatabase } from "./database.ts";
import { REFRESH_MS, writeDemoFile } from "./demo-file.ts";
import { demoPartners } from "./demo-partners.ts";
import { type Demo, isDone, type Seeding } from "./demo-state.ts";
import { encryptionKey } from "./encryption-key.ts";
import { portProblem } from "./free-port.ts";
import { keepFile, keepJson } from "./keep-file.ts";
import { PLACES } from "./places.ts";
import { harbourClinic } from "./seed/harbour-clinic.ts";
import { northfieldCollege } from "./seed/northfield-college.ts";
import { seedPartner } from "./seed/seed-partner.ts";
import type { Settings } from "./settings.ts";

export interface Running {
  endpoint: string;
  clinic: string;
  /** Resolves when a part of it ended by itself. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

const DEMO: Demo = [harbourClinic, northfieldCollege];

/** Starts the database, the gateway and the clinic, in this order, and stops what runs when one of them does not start. */
export async function run(settings: Settings, say: (text: string) => void): Promise<Running> {
  const stops: (() => Promise<unknown> | void)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    return { ...(await startAll(settings, say, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(
  { port, host, databaseUrl, logLevel, ...given }: Settings,
  say: (text: string) => void,
  stops: (() => Promise<unknown> | void)[],
): Promise<Omit<Running, "stop">> {
  const endpoint = `http://localhost:${port}`;
  const clinicUrl = `http://localhost:${port + 1}`;
  const key = given.encryptionKey ?? (await encryptionKey(PLACES.encryptionKey));
  const database = databaseUrl === null ? await startOwnDatabase(PLACES.postgres) : otherDatabase(databaseUrl);
  stops.push(() => database.stop());
  await migrateDatabase(database.url);
  await keepFile(
    PLACES.environment,
    `DATABASE_URL='${database.url}'\nKITH_ENCRYPTION_KEY='${key}'\nKITH_ENV='development'\n`,
  );
  stops.push(() => rm(PLACES.environment, { force: true }));

  const seeding = await demoPartners(DEMO, {
    databaseUrl: database.url,
    encryptionKey: key,
    origins: [clinicUrl],
    path: PLACES.seeding,
    now: new Date(),
  });
  const config = readConfig({
    KITH_ENV: "development",
    DATABASE_URL: database.url,
    HOST: host,
    PORT: String(port),
    KITH_ENCRYPTION_KEY: key,
    KITH_ASSETS: PLACES.widgets,
    KITH_HOME_URL: clinicUrl,
    KITH_EXPLORER_TOKEN_FILE: PLACES.demo,
    KITH_LOG_LEVEL: logLevel,
  });
  const gateway = await startGateway(config).catch((error: unknown) => {
    throw portProblem(error, port, "the gateway");
  });
  stops.push(() => gateway.stop());
  if (!isDone(seeding)) await seed(seeding, gateway.url, say);

  const write = () => writeDemoFile(PLACES.demo, DEMO, seeding, { endpoint, clinic: clinicUrl });
  const demo = await write();
  const refresh = setInterval(() => void write().catch((error: unknown) => console.error(error)), REFRESH_MS);
  stops.push(() => clearInterval(refresh));

  const { id: partnerId, publishableKey, signingKey } = demo.partner;
  const people = demo.members.map(({ externalId, name, role }) => ({ externalId, name, role }));
  const clinic = await startClinic(
    { endpoint, partnerId, publishableKey, signingKey, people },
    { port: port + 1, host },
  ).catch((error: unknown) => {
    throw portProblem(error, port + 1, "the clinic");
  });
  stops.push(() => clinic.stop());
  return { endpoint, clinic: clinicUrl, ended: database.ended.then(() => "The database ended.") };
}

async function seed(seeding: Seeding, endpoint: string, say: (text: string) => void): Promise<void> {
  say("Filling the demo …");
  for (const index of [0, 1] as const) {
    const { secretKey } = seeding.partners[index];
    const ids = await seedPartner(DEMO[index], { endpoint, secretKey, begun: new Date(seeding.begun) });
    seeding.members[index] = Object.fromEntries(ids);
    await keepJson(PLACES.seeding, seeding);
  }
}
