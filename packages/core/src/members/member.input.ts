import { type InferOutput, nullable, object, optional, pipe, transform } from "valibot";
import { externalId } from "../partners/input.js";
import { idText, languageTags, line, oneOf, reasonOr, someOf, timeZoneName } from "../values/index.js";
import { AgeBand, MemberRole, MemberState } from "./member.js";

/**
 * A member as the partner's server knows them. What is left out stays as it is; null clears: no name, age unknown, no
 * roles, no languages, no zone, state `ACTIVE`. Lists replace the whole list.
 */
export const upsertMemberInput = object(
  {
    externalId: externalId(),
    /** 1 to 80 characters. */
    displayName: optional(nullable(line(80))),
    ageBand: optional(nullable(oneOf(Object.values(AgeBand)))),
    roles: optional(
      pipe(
        nullable(someOf(Object.values(MemberRole), 0)),
        transform((roles) => roles ?? []),
      ),
    ),
    languages: optional(languageTags()),
    timeZone: optional(nullable(timeZoneName())),
    state: optional(
      pipe(
        nullable(oneOf(Object.values(MemberState))),
        transform((state) => state ?? MemberState.ACTIVE),
      ),
    ),
  },
  reasonOr("WRONG_TYPE"),
);
/** What `upsertMemberInput` gives once it took the input. */
export type UpsertMemberInput = InferOutput<typeof upsertMemberInput>;

/** Whose tokens end. */
export const revokeMemberTokensInput = object({ memberId: idText() }, reasonOr("WRONG_TYPE"));
/** What `revokeMemberTokensInput` gives once it took the input. */
export type RevokeMemberTokensInput = InferOutput<typeof revokeMemberTokensInput>;

/** What a member says about themselves. What is left out stays as it is; null clears. */
export const updateProfileInput = object(
  { languages: optional(languageTags()), timeZone: optional(nullable(timeZoneName())) },
  reasonOr("WRONG_TYPE"),
);
/** What `updateProfileInput` gives once it took the input. */
export type UpdateProfileInput = InferOutput<typeof updateProfileInput>;
