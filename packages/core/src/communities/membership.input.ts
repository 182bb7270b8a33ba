import { type InferOutput, object } from "valibot";
import { idText, reasonOr } from "../values/index.js";

/** Which community to join. */
export const joinCommunityInput = object({ communityId: idText() }, reasonOr("WRONG_TYPE"));
export type JoinCommunityInput = InferOutput<typeof joinCommunityInput>;

/** Which community to leave. */
export const leaveCommunityInput = object({ communityId: idText() }, reasonOr("WRONG_TYPE"));
export type LeaveCommunityInput = InferOutput<typeof leaveCommunityInput>;

/** Whom to remove, and from where. */
export const removeMemberInput = object({ communityId: idText(), memberId: idText() }, reasonOr("WRONG_TYPE"));
export type RemoveMemberInput = InferOutput<typeof removeMemberInput>;
