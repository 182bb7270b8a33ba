import { type InferOutput, object } from "valibot";
import { idText, reasonOr } from "../values/index.js";

/** Which community to join. */
export const joinCommunityInput = object({ communityId: idText() }, reasonOr("WRONG_TYPE"));
/** What `joinCommunityInput` gives once it took the input. */
export type JoinCommunityInput = InferOutput<typeof joinCommunityInput>;

/** Which community to leave. */
export const leaveCommunityInput = object({ communityId: idText() }, reasonOr("WRONG_TYPE"));
/** What `leaveCommunityInput` gives once it took the input. */
export type LeaveCommunityInput = InferOutput<typeof leaveCommunityInput>;

/** Whom to remove, and from where. */
export const removeMemberInput = object({ communityId: idText(), memberId: idText() }, reasonOr("WRONG_TYPE"));
/** What `removeMemberInput` gives once it took the input. */
export type RemoveMemberInput = InferOutput<typeof removeMemberInput>;
