import { PulseCheckInsDocument, PulseTrendDocument, RecordPulseCheckInDocument } from "../_generated/operations.js";
import { memberNeeded, viewerOf } from "../node.js";
import { type Pages, pagesOf } from "../pages.js";
import type { Request, RequestOptions } from "../transport.js";
import type { PulseCheckIn, PulseTrend, RecordPulseCheckInInput } from "../types.js";

/** The member's own check-ins, latest first. */
export interface PulseCheckIns extends Pages<Record<never, never>, PulseCheckIn> {
  /** Answers are 1 to 5, at least one of them. `recordedAt` may be up to 30 days ago and not later than now. */
  readonly record: (input: RecordPulseCheckInInput, options?: RequestOptions) => Promise<PulseCheckIn>;
}

export function pulseCheckIns(request: Request): PulseCheckIns {
  return {
    ...pagesOf(async (_, page, options) => viewerOf(await request(PulseCheckInsDocument, page, options)).pulseCheckIns),
    record: async (input, options) =>
      (await request(RecordPulseCheckInDocument, { input }, options)).recordPulseCheckIn.checkIn,
  };
}

/** How the member's own last `days` (7 to 366; 28 unless said) have gone. */
export async function pulseTrend(
  request: Request,
  args: { days?: number } = {},
  options?: RequestOptions,
): Promise<PulseTrend> {
  return (await request(PulseTrendDocument, args, options)).pulseTrend ?? memberNeeded();
}
