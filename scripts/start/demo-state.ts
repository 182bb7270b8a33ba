import type { CreatedPartner } from "../../packages/gateway/dist/features/partners/create-partner.js";
import type { DemoPartner } from "./seed/demo-partner.ts";

/** A partner's own secrets, as they were shown once when it was made. */
export interface PartnerKeys {
  id: CreatedPartner["partnerId"];
  publishableKey: string;
  secretKey: string;
  signingKey: { kid: string; secret: string };
}

/** What is known of the demo between starts. */
export interface Seeding {
  /** ISO; the check-ins are counted back from here. */
  begun: string;
  /** Which encryption key its signing keys are kept under. */
  keyPrint: string;
  partners: [PartnerKeys, PartnerKeys];
  /** For each partner, the members' ids by externalId; empty until its seeding is done. */
  members: [Record<string, string>, Record<string, string>];
}

/** How old an unfinished seeding may be to go on: its oldest check-in must not be older than 30 days. */
const FRESH = 36 * 3_600_000;

/** Whether a kept state is of this deployment, and done or still able to be finished. */
export function isUsable(seeding: Seeding | null, keyPrint: string, now: Date): seeding is Seeding {
  if (seeding?.keyPrint !== keyPrint || seeding.partners?.length !== 2) return false;
  return isDone(seeding) || now.getTime() - Date.parse(seeding.begun) < FRESH;
}

export function isDone({ members }: Seeding): boolean {
  return members.every((ids) => Object.keys(ids).length > 0);
}

export type Demo = readonly [DemoPartner, DemoPartner];
