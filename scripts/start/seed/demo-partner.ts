import type { CreateCommunityInput, UpsertMemberInput } from "@kith/sdk/server";

type SupportKind = "EMOTIONAL" | "INFORMATIONAL" | "INSTRUMENTAL" | "COMPANIONSHIP";

/** What `.kith/demo.json` says of someone; a facilitator is one in at least one community. */
export type DemoRole = "MEMBER" | "FACILITATOR" | "MODERATOR" | "CARE_TEAM";

export interface DemoPerson extends Omit<UpsertMemberInput, "displayName"> {
  displayName: string;
  role: DemoRole;
}

export interface DemoCommunity extends Omit<CreateCommunityInput, "facilitatorIds"> {
  /** By externalId. */
  facilitators: readonly string[];
  members: readonly string[];
}

export interface DemoOffer {
  title: string;
  /** By externalId. */
  author: string;
  /** By its name; to everyone at the partner when not given. */
  community?: string;
  kinds: SupportKind[];
  description: string;
  topics?: string[];
  languages?: string[];
  waysToMeet?: ("MESSAGE" | "CALL")[];
  capacity?: number;
  /** What its author did with it after the exchanges on it. */
  afterwards?: "PAUSE" | "CLOSE";
  exchanges?: readonly DemoExchange[];
}

export interface DemoExchange {
  /** By externalId. */
  recipient: string;
  /** The recipient asked, unless said. */
  proposedBy?: "SUPPORTER";
  afterwards?: readonly ("ACCEPT" | "DECLINE" | "WITHDRAW" | "COMPLETE" | "END")[];
}

/** A partner of the demo: everything that is there before anyone clicks. */
export interface DemoPartner {
  name: string;
  people: readonly DemoPerson[];
  communities: readonly DemoCommunity[];
  offers: readonly DemoOffer[];
  /** By externalId: a day a word, the last one yesterday. See `readCourse`. */
  courses: Readonly<Record<string, string>>;
}
