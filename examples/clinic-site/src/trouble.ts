import { KithError } from "@kith/sdk";
import type { TroubleName } from "./words/en.ts";

interface Trouble {
  status: number;
  name: TroubleName;
}

/** What a visitor reads when something went wrong. What is not Kith's is written to the log. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof KithError) {
    if (error.code === "NOT_FOUND") return { status: 404, name: "noPage" };
    if (error.code === "CAPACITY_REACHED") return { status: 409, name: "full" };
    if (error.code === "FORBIDDEN") return { status: 403, name: "notOpen" };
    if (error.code === "UNAVAILABLE") return { status: 503, name: "away" };
  }
  console.error(error);
  return { status: 500, name: "ours" };
}
