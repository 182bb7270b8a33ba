import { createSecretKey } from "node:crypto";
import { createPartner } from "../../packages/gateway/dist/features/partners/create-partner.js";
import type {} from "../../packages/gateway/dist/features/partners/partner.table.js";
import { type Database, openDatabase } from "../../packages/gateway/dist/platform/database/database.js";
import { type Demo, isUsable, type PartnerKeys, type Seeding } from "./demo-state.ts";
import { keyPrint } from "./encryption-key.ts";
import { keepJson, readJson } from "./keep-file.ts";

interface Wanted {
  databaseUrl: string;
  /** Base64. */
  encryptionKey: string;
  /** Of the pages that carry the demo's widgets. */
  origins: readonly string[];
  /** Where the state is kept. */
  path: string;
  now: Date;
}

/** Finds the demo's partners as an earlier start left them, or makes them. Pages at `origins` are theirs either way. */
export async function demoPartners(demo: Demo, wanted: Wanted): Promise<Seeding> {
  const { databaseUrl: url, path, origins, now } = wanted;
  const database = openDatabase({ url, poolSize: 2, statementTimeoutMs: 5000, onError: () => {} });
  try {
    const kept = await readJson<Seeding>(path);
    const print = keyPrint(wanted.encryptionKey);
    if (isUsable(kept, print, now) && (await areThere(database, kept.partners))) {
      for (const { id } of kept.partners) await admit(database, id, origins);
      return kept;
    }
    const make = async (name: string): Promise<PartnerKeys> => {
      const key = createSecretKey(Buffer.from(wanted.encryptionKey, "base64"));
      const partner = { name, origins, matchingDial: "PEER_TO_PEER" } as const;
      const { partnerId: id, ...keys } = await createPartner(database, key, partner);
      return { id, ...keys };
    };
    const partners: Seeding["partners"] = [await make(demo[0].name), await make(demo[1].name)];
    const made: Seeding = { begun: now.toISOString(), keyPrint: print, partners, members: [{}, {}] };
    await keepJson(path, made);
    return made;
  } finally {
    await database.close();
  }
}

/** Whether the partners are in this database, which may be another one than at the last start. */
async function areThere({ kysely }: Database, partners: readonly PartnerKeys[]): Promise<boolean> {
  for (const { id } of partners) {
    const row = await kysely.selectFrom("partner").select("name").where("partnerId", "=", id).executeTakeFirst();
    if (!row) return false;
  }
  return true;
}

/** The clinic's port may be another one than at the last start. */
async function admit({ kysely }: Database, partnerId: PartnerKeys["id"], origins: readonly string[]): Promise<void> {
  const rows = origins.map((origin) => ({ partnerId, origin }));
  const insert = kysely.insertInto("partnerOrigin").values(rows);
  await insert.onConflict((same) => same.doNothing()).execute();
}
