import { crossPartner } from "../platform/database/cross-partner.js";
import { table, tell } from "./tell.js";
import { withDatabase } from "./with-database.js";

interface Row {
  readonly partner_id: string;
  readonly name: string;
  readonly created_at: Date;
}

export async function partnerList(env: NodeJS.ProcessEnv, json: boolean): Promise<void> {
  const { rows } = await withDatabase(env, ({ pool }) => pool.query<Row>(crossPartner.partners));
  const partners = rows.map((row) => ({ partnerId: row.partner_id, name: row.name, createdAt: row.created_at }));
  const lines = partners.map(({ partnerId, name, createdAt }) => [
    partnerId,
    createdAt.toISOString().slice(0, 10),
    name,
  ]);
  tell(json, partners, lines.length > 0 ? table(lines) : "No partners yet: kith partner create makes one.");
}
