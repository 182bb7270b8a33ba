import { type Listener, listen } from "../database/listener.js";
import type { Log } from "../graphql/context.js";

const CHANNEL = "kith_outbox";
const TOGETHER_MS = 20;

export interface Doorbell {
  /** This gateway has committed something. Costs whoever writes nothing: all within 20 ms is one ring. */
  press(): void;
  stop(): Promise<void>;
}

/**
 * Tells every gateway that the outbox holds more: never in the transaction that wrote it, where notifying costs a third
 * of all writes, and never with what was written. A ring that is lost costs a moment, as the outbox is looked at anyway.
 */
export function doorbell(options: { readonly url: string; readonly log: Log; onRing(): void }): Doorbell {
  const { url, log, onRing } = options;
  let pressed = false;
  let timer: NodeJS.Timeout | undefined;
  const listener: Listener = listen({
    url,
    channel: CHANNEL,
    name: "kith outbox",
    log,
    lost: "the doorbell is not heard; live updates may take a second",
    onNotification: onRing,
    onGap: onRing,
  });

  function ring(): void {
    pressed = false;
    listener.ring();
    // Not by way of the database, which may just have lost us.
    onRing();
  }

  return {
    press() {
      if (pressed) return;
      pressed = true;
      timer = setTimeout(ring, TOGETHER_MS).unref();
    },
    async stop() {
      clearTimeout(timer);
      await listener.stop();
    },
  };
}
