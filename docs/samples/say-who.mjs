import { readFile } from "node:fs/promises";
import { kithServer } from "@kith/sdk/server";

const { secretKey } = JSON.parse(await readFile(".kith/my-clinic.json", "utf8"));
const kith = kithServer({ endpoint: "http://localhost:4000", secretKey });

await kith.members.upsert({ externalId: "patient-42", displayName: "Ada", ageBand: "ADULT" });
