import { recordPulseCheckInInput } from "@kith/core/check-ins/input";
import { KithError, type PulseCheckIn, RecordPulseCheckInDocument, type Request } from "@kith/sdk";
import { safeParse } from "valibot";
import type { Answers } from "./answers.js";

/** Answers on their way: sent again as they are, they are saved once. */
export interface Sending {
  readonly answers: Answers;
  readonly recordedAt: string;
  readonly key: string;
}

/** Puts the answers on their way; null if there is nothing in them yet to save. */
export function startSending(answers: Answers, now: Date): Sending | null {
  const { success } = safeParse(recordPulseCheckInInput, { ...answers, recordedAt: now });
  return success ? { answers, recordedAt: now.toISOString(), key: newKey() } : null;
}

/** Saves them for the day of this device's time zone. */
export async function send(request: Request, { answers, recordedAt, key }: Sending): Promise<PulseCheckIn> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const save = async (input: object, idempotencyKey: string) => {
    const sent = { ...answers, ...input, timeZone };
    return (await request(RecordPulseCheckInDocument, { input: sent }, { idempotencyKey })).recordPulseCheckIn.checkIn;
  };
  try {
    return await save({ recordedAt }, key);
  } catch (error) {
    // The device's clock is wrong: then it was felt when it arrives.
    if (error instanceof KithError && error.code === "BAD_INPUT" && error.field === "recordedAt") {
      return save({}, `${key}.now`);
    }
    throw error;
  }
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(36)).join("");
}
