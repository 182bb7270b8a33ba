import { MemberDocument, UpdateProfileDocument, ViewerDocument } from "../_generated/operations.js";
import { nodeOf } from "../node.js";
import type { Request, RequestOptions } from "../transport.js";
import type { Member, OwnMember, UpdateProfileInput, Viewer } from "../types.js";

export interface Members {
  /** The member who asks, with what is theirs alone; null with a key that acts for nobody. */
  readonly viewer: (options?: RequestOptions) => Promise<Viewer | null>;
  /** Someone the member shares a community or an exchange with. */
  readonly get: (id: string, options?: RequestOptions) => Promise<Member>;
  /** Changes the member's own languages (BCP 47, at most 10) and time zone (IANA); what is left out stays. */
  readonly updateProfile: (input: UpdateProfileInput, options?: RequestOptions) => Promise<OwnMember>;
}

export function members(request: Request): Members {
  return {
    viewer: async (options) => (await request(ViewerDocument, {}, options)).viewer,
    get: async (id, options) => nodeOf("Member", (await request(MemberDocument, { id }, options)).node),
    updateProfile: async (input, options) =>
      (await request(UpdateProfileDocument, { input }, options)).updateProfile.member,
  };
}
