import { mintMemberToken } from "@kith/sdk/server";
import type { Demo, PartnerKeys, Seeding } from "./demo-state.ts";
import { keepJson } from "./keep-file.ts";
import type { DemoPartner, DemoRole } from "./seed/demo-partner.ts";

export interface DemoMember {
  id: string;
  externalId: string;
  name: string;
  role: DemoRole;
  /** Holds for an hour; the file is written again before it ends. */
  token: string;
}

/** What `.kith/demo.json` holds: all that a client, a test or a curious person needs to use the demo. */
export interface DemoFile {
  endpoint: string;
  clinic: string;
  partner: PartnerKeys;
  members: DemoMember[];
  otherPartner: PartnerKeys & { members: DemoMember[] };
}

const TOKEN_SECONDS = 3600;
export const REFRESH_MS = 40 * 60_000;

/** Writes the file with tokens that have just been signed, and gives what it holds. */
export async function writeDemoFile(
  path: string,
  demo: Demo,
  seeding: Seeding,
  addresses: { endpoint: string; clinic: string },
): Promise<DemoFile> {
  const [members, otherMembers] = await Promise.all([
    membersOf(demo[0], seeding.partners[0], seeding.members[0]),
    membersOf(demo[1], seeding.partners[1], seeding.members[1]),
  ]);
  const [partner, other] = seeding.partners;
  const file: DemoFile = { ...addresses, partner, members, otherPartner: { ...other, members: otherMembers } };
  await keepJson(path, file);
  return file;
}

function membersOf(partner: DemoPartner, keys: PartnerKeys, ids: Record<string, string>): Promise<DemoMember[]> {
  return Promise.all(
    partner.people.map(async ({ externalId, displayName, role }) => ({
      id: ids[externalId] ?? "",
      externalId,
      name: displayName,
      role,
      token: await mintMemberToken({
        partnerId: keys.id,
        signingKey: keys.signingKey,
        externalId,
        expiresIn: TOKEN_SECONDS,
      }),
    })),
  );
}
