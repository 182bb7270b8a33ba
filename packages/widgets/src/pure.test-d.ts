import type { TagName } from "./pure.js";
import { defineKithElements } from "./pure.js";

// What a page written in TypeScript may rely on.
document.addEventListener("kith-check-in-recorded", ({ detail }) => {
  const day: string = detail.day;
  // @ts-expect-error -- the page is not told what was answered
  const mood = detail.mood;
  return [day, mood];
});
document.querySelector("kith-support-board")?.addEventListener("kith-exchange-changed", ({ detail }) => {
  const state: "PROPOSED" | "ACCEPTED" | "COMPLETED" | "DECLINED" | "WITHDRAWN" | "EXPIRED" | "ENDED_EARLY" =
    detail.state;
  return state;
});
window.addEventListener("kith-signed-out", ({ detail }) => detail.reason === "ASKED");

const session = document.querySelector("kith-session");
if (session) session.getToken = async () => null;
// @ts-expect-error -- a token is text
if (session) session.getToken = () => 42;

const tag: TagName = "kith-session";
void defineKithElements([tag]);
// @ts-expect-error -- no element of ours
void defineKithElements(["kith-trends"]);
