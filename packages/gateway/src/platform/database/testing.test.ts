import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "./testing.js";

test("two test files never meet: each has a migrated, empty database of its own", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  const first = new pg.Client(one.adminUrl);
  await first.connect();
  await first.query(`insert into partner (partner_id, name) values ('prt_${"0".repeat(26)}', 'Here only')`);
  await first.end();
  for (const [url, count] of [
    [one.url, "1"],
    [other.url, "0"],
  ]) {
    const client = new pg.Client(url);
    await client.connect();
    expect((await client.query("select count(*) from partner")).rows).toEqual([{ count }]);
    await client.end();
  }
  await Promise.all([one.drop(), other.drop()]);
  const gone = new pg.Client(one.url);
  await expect(gone.connect()).rejects.toMatchObject({ code: "3D000" });
});
