import { type Request, ViewerDocument, ViewerMembershipsDocument } from "@kith/sdk";

/** What of a member's own account an offer may draw on. */
export interface OwnChoices {
  readonly languages: readonly string[];
  readonly communities: readonly { readonly id: string; readonly name: string }[];
}

export async function readOwnChoices(request: Request, signal: AbortSignal): Promise<OwnChoices> {
  const [{ viewer }, memberships] = await Promise.all([
    request(ViewerDocument, {}, { signal }),
    request(ViewerMembershipsDocument, { first: 100 }, { signal }),
  ]);
  return {
    languages: viewer?.member.languages ?? [],
    communities: memberships.viewer?.memberships.nodes.map(({ community }) => community) ?? [],
  };
}
