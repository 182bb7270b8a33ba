import { type RawBuilder, sql } from "kysely";

/** One parameter for all of them, so that a statement is the same however many there are: `where("x.id", "=", among(ids))`. */
export const among = (ids: readonly string[]): RawBuilder<any> => sql`any(${ids}::text[])`;
