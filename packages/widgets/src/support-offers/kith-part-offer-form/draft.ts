import { createSupportOfferInput } from "@kith/core/support-offers/input";
import type { CreateSupportOfferInput, SupportKind, WayToMeet } from "@kith/sdk";
import { getDotPath, safeParse } from "valibot";
import type { OfferFormStrings } from "./strings.en.js";

/** What a member has typed so far, as they typed it. */
export interface Draft {
  readonly kinds: readonly SupportKind[];
  readonly title: string;
  readonly description: string;
  readonly waysToMeet: readonly WayToMeet[];
  readonly languages: readonly string[];
  readonly capacity: string;
  readonly communityId: string;
}

/** The field a fault belongs to, and the reason a schema or the gateway has. */
export type Faults = { readonly [Field in keyof Draft]?: string };

export const EMPTY_DRAFT: Draft = {
  kinds: [],
  title: "",
  description: "",
  waysToMeet: ["MESSAGE"],
  languages: [],
  capacity: "1",
  communityId: "",
};

/** Whether it holds something of the member's own. */
export function isBegun({ kinds, title, description }: Draft): boolean {
  return kinds.length > 0 || title !== "" || description !== "";
}

const LONGEST = { title: 120, description: 2000 };

/** The draft as it is sent, or what stands in the way of sending it. */
export function readDraft(draft: Draft): { input: CreateSupportOfferInput } | { faults: Faults } {
  const given = {
    ...draft,
    kinds: [...draft.kinds],
    waysToMeet: [...draft.waysToMeet],
    languages: [...draft.languages],
    capacity: draft.capacity.trim() ? Number(draft.capacity) : Number.NaN,
    communityId: draft.communityId || null,
  };
  const { success, issues } = safeParse(createSupportOfferInput, given);
  if (success) return { input: given };
  // Of several faults in one field the first is said.
  const faults = issues.map((issue) => [getDotPath(issue)?.split(".")[0] ?? "", issue.message] as const).toReversed();
  return { faults: Object.fromEntries(faults) };
}

/** Says what is wrong with a field; nothing where nothing is. */
export function faultWords({ faults }: OfferFormStrings, field: keyof Draft, reason: string | undefined) {
  if (reason === undefined) return undefined;
  if (field === "kinds" || field === "waysToMeet") return faults.chooseOne;
  if (reason === "BELOW_ACCEPTED") return faults.belowAccepted;
  if (field === "capacity") return faults.capacity;
  if (reason === "TOO_LONG" && (field === "title" || field === "description")) return faults.tooLong(LONGEST[field]);
  return reason === "EMPTY" || reason === "REQUIRED" ? faults.empty : faults.other;
}
