import { KithError } from "@kith/sdk";

interface Trouble {
  status: number;
  title: string;
  text: string;
}

/** What a visitor reads when something went wrong. What is not Kith's is written to the log. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof KithError) {
    if (error.code === "NOT_FOUND") return { status: 404, title: "There is no such page", text: "It may have moved." };
    if (error.code === "CAPACITY_REACHED") {
      return { status: 409, title: "This community is full", text: "A place may come free. Look again in a few days." };
    }
    if (error.code === "FORBIDDEN") {
      return { status: 403, title: "This is not open to you", text: "Reception can tell you more." };
    }
    if (error.code === "UNAVAILABLE") {
      return { status: 503, title: "We cannot reach this page now", text: "Please try again in a moment." };
    }
  }
  console.error(error);
  return { status: 500, title: "This page could not be shown", text: "Please try again in a moment." };
}
