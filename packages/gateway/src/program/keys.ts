import { isId, type PartnerId } from "@kith/core/values";
import { createKey, revokeKey, rotateKey } from "../features/partners/change-keys.js";
import { KeyKind, type NewKey } from "../features/partners/key.js";
import { type KeptKey, listKeys } from "../features/partners/key.store.js";
import { isPartner } from "../features/partners/partner.store.js";
import { CommandError, EXIT } from "./exit.js";
import { orRefused } from "./refusal.js";
import { table, tell } from "./tell.js";
import { parseWhen } from "./when.js";
import { withDatabase, withKeys } from "./with-database.js";

type Env = NodeJS.ProcessEnv;

export async function keysCreate(env: Env, partner: string, kindText: string, json: boolean): Promise<void> {
  const partnerId = partnerIdIn(partner);
  const kind = Object.values(KeyKind).find((one) => one.toLowerCase() === kindText.toLowerCase());
  if (!kind) throw new CommandError("A key is publishable, secret or signing.", EXIT.USAGE);
  const created = await withKeys(env, (database, key) => createKey(database, key, partnerId, kind));
  tell(json, orRefused(created), shown(orRefused(created)));
}

export async function keysList(env: Env, partner: string, json: boolean): Promise<void> {
  const partnerId = partnerIdIn(partner);
  const keys = await withDatabase(env, async ({ kysely }) => {
    if (!(await isPartner(kysely, partnerId))) return { refused: "NO_SUCH_PARTNER" };
    return listKeys(kysely, partnerId);
  });
  const all = orRefused(keys).map(({ hasEnded, ...key }) => ({ ...key, state: stateOf(hasEnded, key) }));
  const row = ({ id, kind, state, createdAt, endsAt, hint }: (typeof all)[number]) => [
    id,
    kind.toLowerCase() + (hint === null ? "" : ` …${hint}`),
    state === "IN_FORCE" ? "in force" : state === "ENDING" ? "ends" : "ended",
    endsAt?.toISOString() ?? "",
    `made ${createdAt.toISOString().slice(0, 10)}`,
  ];
  tell(json, all, all.length > 0 ? table(all.map(row)) : "No keys.");
}

export async function keysRotate(env: Env, id: string, until: string, json: boolean): Promise<void> {
  const when = parseWhen(until);
  if (!when) {
    throw new CommandError(
      "--until is 45m, 24h, 7d or an instant such as 2026-12-01T09:00:00Z, at most a year.",
      EXIT.USAGE,
    );
  }
  const rotated = await withKeys(env, (database, key) => rotateKey(database, key, id, when));
  const { created, ending } = orRefused(rotated);
  tell(json, { created, ending }, `${shown(created)}\n${ending.id} holds until ${ending.endsAt.toISOString()}.`);
}

export async function keysRevoke(env: Env, id: string, json: boolean): Promise<void> {
  const revoked = orRefused(await withDatabase(env, (database) => revokeKey(database, id)));
  const { endsAt, kind, left } = revoked;
  tell(json, revoked, `${id} ended at ${endsAt.toISOString()}, on every running gateway.`);
  if (left === 0) process.stderr.write(`kith: No ${kind.toLowerCase()} key of this partner is left in force.\n`);
}

export function partnerIdIn(text: string): PartnerId {
  if (!isId("prt", text)) throw new CommandError("A partner is named by its id, prt_…", EXIT.USAGE);
  return text;
}

function stateOf(hasEnded: boolean, { endsAt }: Pick<KeptKey, "endsAt">): "IN_FORCE" | "ENDING" | "ENDED" {
  if (hasEnded) return "ENDED";
  return endsAt === null ? "IN_FORCE" : "ENDING";
}

function shown({ id, kind, key }: NewKey): string {
  const what = kind === "SIGNING" ? "signing key, secret (server only)" : `${kind.toLowerCase()} key`;
  return `Keep this now: it is not shown again.\n\n  ${(kind === "SIGNING" ? "kid" : "id").padEnd(what.length)}  ${id}\n  ${what}  ${key}\n`;
}
