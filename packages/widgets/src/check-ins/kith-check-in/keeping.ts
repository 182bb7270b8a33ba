import type { PulseCheckIn } from "@kith/sdk";
import { type DraftKeeper, draftKeeper } from "../../platform/keeping/draft.js";
import { forget, keeperFor, kept } from "../../platform/keeping/kept.js";
import { isKithError } from "../../platform/problem/problem.js";
import type { SignedIn } from "../../platform/session/session.js";
import type { Answers } from "./answers.js";
import type { Sending } from "./saving.js";

/** Shorter than the gateway takes: what was noted longer ago than this is no longer worth the risk of being here. */
const KEPT_FOR = 14 * 86_400_000;

/** A check-in that is not finished, and under which key it was tried to be sent, if it was. */
export interface CheckInDraft {
  readonly answers: Answers;
  readonly sending: Sending | null;
}

/** What is kept on this device of one member's check-ins: the one being filled in, and those that wait to be sent. */
export interface CheckInKeeping {
  readonly draft: DraftKeeper<CheckInDraft>;
  /** How many wait to be sent, as far as is known. */
  readonly waiting: number;
  /** How many of those that waited were sent from here. */
  readonly sent: number;
  /** Keeps one to be sent later; false where nothing can be kept. */
  keep(sending: Sending): Promise<boolean>;
  /** Sends what waits, now; rejects never. */
  send(): Promise<void>;
}

interface Heard {
  /** One that waited was saved. */
  sent(checkIn: PulseCheckIn): void;
  /** What waits may be another number now. */
  changed(): void;
}

/** Sends what waits whenever there is a network again or someone returns to the page, until `signal` ends. */
export function keepCheckIns({ subject, request }: SignedIn, signal: AbortSignal, heard: Heard): CheckInKeeping {
  const keep = keeperFor(subject);
  let waiting = 0;
  let sent = 0;

  /** Of all tabs and elements one sends at a time; whoever waited for their turn finds that nothing is left. */
  async function sendAll(): Promise<void> {
    const all = await kept<Sending>(subject, "check-in");
    waiting = all.length;
    if (!waiting) return;
    const { send } = await import("./saving.js");
    for (const { id, value } of all) {
      signal.throwIfAborted();
      const checkIn = await send(request, value).catch(refusedForGood);
      await forget(subject, "check-in", id);
      waiting--;
      if (!checkIn || signal.aborted) continue;
      sent++;
      heard.sent(checkIn);
    }
  }

  const self: CheckInKeeping = {
    // An answer is about its day: yesterday's are not put before anybody as today's.
    draft: draftKeeper(subject, "check-in", () => new Date().setHours(24, 0, 0, 0)),
    get waiting() {
      return waiting;
    },
    get sent() {
      return sent;
    },
    async keep(sending) {
      try {
        await keep("check-in", sending.key, sending, Date.now() + KEPT_FOR);
        waiting++;
        return true;
      } catch {
        return false;
      }
    },
    async send() {
      await navigator.locks.request(`kith check-ins ${subject}`, { signal }, sendAll).catch(() => {});
      if (!signal.aborted) heard.changed();
    },
  };
  const onReturn = () => {
    if (document.visibilityState === "visible") void self.send();
  };
  window.addEventListener("online", onReturn, { signal });
  window.addEventListener("pageshow", onReturn, { signal });
  document.addEventListener("visibilitychange", onReturn, { signal });
  return self;
}

/** What the gateway will never take need not wait; all else rejects, and waits on. */
function refusedForGood(error: unknown): null {
  if (isKithError(error) && error.code === "BAD_INPUT") return null;
  throw error;
}
