import pg from "pg";

/** A table's row as PostgreSQL's own JSON shows it, with names as the API has them. */
export type Row = { readonly [column: string]: any };
export type Data = Readonly<
  Record<
    "partner" | "member" | "community" | "membership" | "supportOffer" | "exchange" | "pulseCheckIn",
    readonly Row[]
  >
>;

/** Everything, by hand: all the naive resolvers look into are these arrays. */
export async function readAll(adminUrl: string): Promise<Data> {
  const client = new pg.Client({ connectionString: adminUrl, options: "-c timezone=UTC" });
  await client.connect();
  try {
    const all = async (table: string, more = ""): Promise<Row[]> => {
      const { rows } = await client.query<{ row: object }>(`select to_jsonb(t) ${more} as row from ${table} t`);
      return rows.map(({ row }) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), value])),
      );
    };
    return {
      partner: await all("partner"),
      member: await all("member"),
      community: await all("community"),
      membership: await all("membership"),
      supportOffer: await all("support_offer"),
      exchange: await all("exchange"),
      pulseCheckIn: await all(
        "pulse_check_in",
        `|| jsonb_build_object('felt_at', to_char(t.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))`,
      ),
    };
  } finally {
    await client.end();
  }
}

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
