import { PartnerDocument } from "./_generated/operations.js";
import { type PulseCheckIns, pulseCheckIns, pulseTrend } from "./check-ins/pulse-check-ins.js";
import { type Communities, communities, type Memberships, memberships } from "./communities/communities.js";
import { createLive } from "./live/live.js";
import { type Members, members } from "./members/members.js";
import { type Exchanges, exchanges } from "./support-offers/exchanges.js";
import { type SupportOffers, supportOffers } from "./support-offers/support-offers.js";
import { createTransport, type Request, type RequestOptions, type TransportOptions } from "./transport.js";
import type { Partner, PulseTrend, Viewer } from "./types.js";

/** Everything a member can do. Each call rejects with a KithError. */
export interface Kith {
  /** The member who asks; null with a key that acts for nobody. */
  readonly viewer: (options?: RequestOptions) => Promise<Viewer | null>;
  /** The partner's public face. */
  readonly partner: (options?: RequestOptions) => Promise<Partner>;
  /** How the member's own last `days` (7 to 366; 28 unless said) have gone. */
  readonly pulseTrend: (args?: { days?: number }, options?: RequestOptions) => Promise<PulseTrend>;
  readonly members: Omit<Members, "viewer">;
  readonly communities: Communities;
  readonly memberships: Memberships;
  readonly supportOffers: SupportOffers;
  readonly exchanges: Exchanges;
  readonly pulseCheckIns: PulseCheckIns;
  /** Sends a document of your own, typed by your own codegen from `@kith/sdk/schema.graphql`. */
  readonly request: Request;
}

/** A client of the gateway at `endpoint`, as the member `getToken` gives a token of, or with a key. */
export function createKith(options: TransportOptions): Kith {
  const { request, access } = createTransport(options);
  const live = createLive(access);
  const { viewer, ...others } = members(request);
  return {
    viewer,
    partner: async (options) => (await request(PartnerDocument, {}, options)).partner,
    pulseTrend: (args, options) => pulseTrend(request, args, options),
    members: others,
    communities: communities(request),
    memberships: memberships(request),
    supportOffers: supportOffers(request, live),
    exchanges: exchanges(request, live),
    pulseCheckIns: pulseCheckIns(request),
    request,
  };
}
