import type { RangeVar } from "libpg-query";
import { tenantTables } from "../tenant-tables.js";
import { Refused } from "./model.js";

/** PostgreSQL's samples of the tables' contents, its passwords, and its large objects. */
const CLOSED = /^(pg_statistic|pg_stats|pg_authid|pg_shadow|pg_largeobject|pg_user_mapping)/;

/** A tenant table's name, or null for a table that holds no partner's data. Any other is refused. */
export function tableOf({ catalogname, schemaname, relname = "" }: RangeVar): string | null {
  const ours = catalogname === undefined && (schemaname === undefined || schemaname === "public");
  if (ours && tenantTables.has(relname)) return relname;
  if (ours && relname === "kysely_migration") return null;
  const systems =
    schemaname === "pg_catalog" ||
    schemaname === "information_schema" ||
    // The tables' test holds that none of ours begins so.
    (schemaname === undefined && relname.startsWith("pg_"));
  if (systems && catalogname === undefined && !CLOSED.test(relname)) return null;
  throw new Refused(`${[catalogname, schemaname, relname].filter(Boolean).join(".")} is not a table that is known.`);
}
