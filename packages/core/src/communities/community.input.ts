import { forward, type InferOutput, nullable, object, optional, partialCheck, pipe } from "valibot";
import { idText, line, oneOf, passage, reasonOr, setOf, topics, wholeNumber } from "../values/index.js";
import { CommunityVisibility } from "./community.js";

const MOST_SEATS = 1_000_000;
const MOST_FACILITATORS = 50;

/**
 * A new community. Name 1 to 120 characters; description and guidelines at most 2000, nothing to see is null; topics at
 * most 10 of 1 to 40; seats 1 to 1,000,000 or null for no bound; at most 50 facilitators, who take seats.
 */
export const createCommunityInput = pipe(
  object(
    {
      name: line(120),
      description: optional(passage(2000), null),
      guidelines: optional(passage(2000), null),
      topics: optional(topics(), []),
      visibility: optional(oneOf(Object.values(CommunityVisibility)), CommunityVisibility.PUBLIC),
      seats: optional(nullable(wholeNumber(1, MOST_SEATS)), null),
      facilitatorIds: optional(setOf(idText(), MOST_FACILITATORS), []),
    },
    reasonOr("WRONG_TYPE"),
  ),
  forward(
    partialCheck(
      [["seats"], ["facilitatorIds"]],
      ({ seats, facilitatorIds }) => seats === null || facilitatorIds.length <= seats,
      "COMMUNITY_FULL",
    ),
    ["facilitatorIds"],
  ),
);
/** What `createCommunityInput` gives once it took the input. */
export type CreateCommunityInput = InferOutput<typeof createCommunityInput>;
