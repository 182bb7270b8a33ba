import { expectTypeOf } from "vitest";
import { isRefusal, type Refusal, type RefusalOf, refuse } from "./refusal.js";

declare const answer:
  | { readonly state: "OPEN" }
  | RefusalOf<"CONFLICT", "CLOSED">
  | RefusalOf<"FORBIDDEN", "NOT_YOURS">;

// Telling a refusal from an answer leaves each with its own type.
if (isRefusal(answer)) expectTypeOf(answer.reason).toEqualTypeOf<"CLOSED" | "NOT_YOURS">();
else expectTypeOf(answer).toEqualTypeOf<{ readonly state: "OPEN" }>();

// A code and its reasons belong together.
if (isRefusal(answer) && answer.code === "CONFLICT") expectTypeOf(answer.reason).toEqualTypeOf<"CLOSED">();

expectTypeOf(refuse("CONFLICT", "CLOSED")).toEqualTypeOf<RefusalOf<"CONFLICT", "CLOSED">>();
expectTypeOf(refuse("CONFLICT", "CLOSED")).toExtend<Refusal>();
expectTypeOf(refuse("NOT_FOUND")).toExtend<Refusal>();

// @ts-expect-error The list of codes is closed.
refuse("TEAPOT");
// @ts-expect-error A rule that lists its reasons cannot leave them out.
export const silent: RefusalOf<"CONFLICT", "CLOSED"> = refuse("CONFLICT");
// @ts-expect-error A reason belongs to one code.
export const mixed: RefusalOf<"CONFLICT", "CLOSED"> = refuse("FORBIDDEN", "CLOSED");
// @ts-expect-error A refusal is not to be changed.
refuse("CONFLICT", "CLOSED").reason = "CLOSED";
