import {
  CreateCommunityDocument,
  MemberByExternalIdDocument,
  PartnerDocument,
  RevokeMemberTokensDocument,
  UpsertMemberDocument,
} from "../_generated/operations.js";
import { createKith, type Kith } from "../client.js";
import { type Communities, communities } from "../communities/communities.js";
import { KithError } from "../errors.js";
import { createTransport, type Request, type RequestOptions, type TransportOptions } from "../transport.js";
import type { Community, CreateCommunityInput, OwnMember, Partner, UpsertMemberInput } from "../types.js";
import { serverOnly } from "./server-only.js";

export interface KithServerOptions extends Omit<TransportOptions, "key" | "getToken" | "member"> {
  /** `sk_…` */
  secretKey: string;
}

export interface ServerMembers {
  /** Makes the member with this externalId, or changes them: what is left out stays as it is, null clears. */
  readonly upsert: (input: UpsertMemberInput, options?: RequestOptions) => Promise<OwnMember>;
  readonly get: (who: { externalId: string }, options?: RequestOptions) => Promise<OwnMember>;
  /** Every token of this member that was signed before now stops working at once. */
  readonly revokeTokens: (id: string, options?: RequestOptions) => Promise<OwnMember>;
}

export interface ServerCommunities extends Pick<Communities, "list" | "each" | "get" | "removeMember"> {
  readonly create: (input: CreateCommunityInput, options?: RequestOptions) => Promise<Community>;
}

/** What the partner's server may do with its secret key. Each call rejects with a KithError. */
export interface KithServer {
  readonly partner: (options?: RequestOptions) => Promise<Partner>;
  readonly members: ServerMembers;
  readonly communities: ServerCommunities;
  readonly request: Request;
  /** Everything this member can do, done for them: by id (`mbr_…`) or by your own id of them. */
  readonly actingFor: (who: string | { externalId: string }) => Kith;
}

export function kithServer({ secretKey, ...options }: KithServerOptions): KithServer {
  serverOnly("kithServer");
  const { request } = createTransport({ ...options, key: secretKey });
  const { list, each, get, removeMember } = communities(request);
  return {
    partner: async (options) => (await request(PartnerDocument, {}, options)).partner,
    members: {
      upsert: async (input, options) => (await request(UpsertMemberDocument, { input }, options)).upsertMember.member,
      async get({ externalId }, options) {
        const { member } = await request(MemberByExternalIdDocument, { externalId }, options);
        if (member) return member;
        throw new KithError("NOT_FOUND", "There is no member with this externalId.", { field: "externalId" });
      },
      revokeTokens: async (memberId, options) =>
        (await request(RevokeMemberTokensDocument, { input: { memberId } }, options)).revokeMemberTokens.member,
    },
    communities: {
      list,
      each,
      get,
      removeMember,
      create: async (input, options) =>
        (await request(CreateCommunityDocument, { input }, options)).createCommunity.community,
    },
    request,
    actingFor: (who) =>
      createKith({
        ...options,
        key: secretKey,
        member: headerBytes(typeof who === "string" ? who : `external:${who.externalId}`),
      }),
  };
}

// A header is bytes, one to a character; the gateway reads these as UTF-8.
function headerBytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
