import { recordPulseCheckInInput } from "@kith/core/check-ins/input";
import { KithError, type PulseCheckIn, RecordPulseCheckInDocument, type Request } from "@kith/sdk";
import { safeParse } from "valibot";
import type { Answers } from "./answers.js";

/** Someone looks at a button meanwhile. */
const PATIENCE = 15_000;

/** Answers on their way: sent again as they are, they are saved once. */
export interface Sending {
  readonly answers: Answers;
  readonly recordedAt: string;
  readonly timeZone: string;
  readonly key: string;
}

/** Puts the answers on their way; null if there is nothing in them yet to save. */
export function startSending(answers: Answers, now: Date): Sending | null {
  const { success } = safeParse(recordPulseCheckInInput, { ...answers, recordedAt: now });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return success ? { answers, recordedAt: now.toISOString(), timeZone, key: newKey() } : null;
}

/** Saves them for the day it was where they were given. */
export async function send(request: Request, { answers, recordedAt, timeZone, key }: Sending): Promise<PulseCheckIn> {
  const save = async (input: object, idempotencyKey: string) => {
    const sent = { ...answers, ...input, timeZone };
    // Without a network no second try will help, and what cannot be sent can be kept.
    const options = { idempotencyKey, timeout: PATIENCE, retries: navigator.onLine ? 3 : 0 };
    return (await request(RecordPulseCheckInDocument, { input: sent }, options)).recordPulseCheckIn.checkIn;
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

/** Whether it may be saved as it is, another time: nobody answered, or nobody there could. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof KithError)) return true;
  return error.code === "UNAVAILABLE" || error.reason === "TOKEN_CALLBACK";
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(36)).join("");
}
