import { array, check, type InferOutput, maxLength, object, optional, pipe, string, transform } from "valibot";
import { line, oneOf, reasonOr } from "../values/index.js";
import { MatchingDial } from "./matching-dial.js";
import { parseOrigin } from "./origin.js";

const origin = pipe(
  string(reasonOr("WRONG_TYPE")),
  check((text) => parseOrigin(text) !== null, "NOT_AN_ORIGIN"),
);

/** A new partner: its name (1 to 120 characters), at most 50 origins its pages are on, and its matching dial. */
export const createPartnerInput = object(
  {
    name: line(120),
    origins: optional(
      pipe(
        array(origin, "WRONG_TYPE"),
        maxLength(50, "TOO_MANY"),
        transform((origins) => [...new Set(origins)]),
      ),
      [],
    ),
    matchingDial: optional(oneOf(Object.values(MatchingDial)), MatchingDial.PEER_TO_PEER),
  },
  reasonOr("WRONG_TYPE"),
);
/** What `createPartnerInput` gives once it took the input. */
export type CreatePartnerInput = InferOutput<typeof createPartnerInput>;
