import { createKith, KithError } from "@kith/sdk";

export interface Seen {
  /** The name of the member who asks. */
  name: string | null | undefined;
  /** Whether the check-in that was recorded is the one listed. */
  kept: boolean;
  /** What a refusal looks like. */
  refused: string;
  /** The first that came live, or why none did. */
  live: string;
}

/** What a partner's code would do, wherever it runs. */
export async function scenario(endpoint: string, token: string): Promise<Seen> {
  const kith = createKith({ endpoint, getToken: () => token });
  const viewer = await kith.viewer();
  const { id } = await kith.pulseCheckIns.record({ mood: 4 });
  const { nodes } = await kith.pulseCheckIns.list({ first: 1 });
  const refused = await kith.supportOffers.get("sof_nothing").then(() => "found", told);
  const changes = kith.exchanges.changes();
  const live = await changes.next().then(({ value }) => value?.kind ?? "over", told);
  await changes.return();
  return { name: viewer?.member.displayName, kept: nodes[0]?.id === id, refused, live };
}

function told(error: unknown): string {
  return error instanceof KithError ? `${error.code} ${error.reason ?? ""}`.trim() : String(error);
}
