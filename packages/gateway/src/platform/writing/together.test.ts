import type { PartnerId } from "@kith/core/values";
import { expect, test } from "vitest";
import { insertRows, together } from "./together.js";

const partner = "prt_0" as PartnerId;

test("several parts make one statement, each value at its own place", () => {
  const statement = together(partner, [
    insertRows("outbox", [{ id: "a" }, { id: "b" }]),
    (bind) => `update member set time_zone = ${bind("UTC")} where partner_id = ${bind.partner}`,
    insertRows("audit", [{ id: "c", action: null }]),
  ]);
  expect(statement).toEqual({
    text:
      "with part_0 as (insert into outbox (partner_id, id) values ($1, $2), ($1, $3)), " +
      "part_1 as (update member set time_zone = $4 where partner_id = $1) " +
      "insert into audit (partner_id, id, action) values ($1, $5, $6)",
    values: [partner, "a", "b", "UTC", "c", null],
  });
});

test("one part stands for itself", () => {
  expect(together(partner, [insertRows("outbox", [{ id: "a" }])]).text).toBe(
    "insert into outbox (partner_id, id) values ($1, $2)",
  );
});
