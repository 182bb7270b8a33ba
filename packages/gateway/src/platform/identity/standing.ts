import { GraphQLError } from "graphql";
import pLimit from "p-limit";
import type { Credentials } from "./identify.js";
import type { Identity } from "./identity.js";
import type { IdentityDesk } from "./open-identity.js";
import { unauthenticated } from "./unauthenticated.js";
import type { Viewer } from "./viewer.js";

const AGAIN_MS = 1000;
/** When a whole partner's are proved again, requests are served meanwhile. */
const atOnce = pLimit(4);
const LONGEST_TIMER = 2 ** 31 - 1;

/** Who stands at the other end of something that stays open. */
export interface Standing {
  /** As last proved. */
  readonly viewer: Viewer;
  /** False if a request with these credentials would be turned away now; then `onEnd` was called. Rejects if nobody knows. */
  prove(): Promise<boolean>;
  /** Ends what stands open, for this reason. */
  end(why: GraphQLError): void;
  /** It has ended by itself. */
  leave(): void;
}

/**
 * Credentials proved once hold for a request, not for hours: they are proved again when their time is up, when anything
 * about their owner changed, and before anything is sent to them.
 */
export function standing(options: {
  readonly identity: IdentityDesk;
  readonly credentials: Credentials;
  readonly proved: Identity;
  now(): Date;
  /** Whether this identity is admitted otherwise: its page's origin. Throws if not. */
  admit(identity: Identity): void;
  /** Once, with why. */
  onEnd(why: GraphQLError): void;
}): Standing {
  const { identity, credentials, now, admit, onEnd } = options;
  let proved = options.proved;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  async function prove(): Promise<boolean> {
    if (ended) return false;
    try {
      const known = await atOnce(() => identity.identify(credentials));
      if (!known) throw unauthenticated("CREDENTIAL_MISSING");
      // A request may come a little late; what stays open has had its time.
      if (known.until <= now().getTime()) throw unauthenticated("TOKEN_EXPIRED");
      if (known !== proved) {
        admit(known);
        proved = known;
        wind();
      }
      return !ended;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      end(error);
      return false;
    }
  }

  function end(why: GraphQLError): void {
    if (ended) return;
    leave();
    onEnd(why);
  }

  /** Where the database is away nothing is sent either, so that asking again soon is early enough. */
  function proveSoon(): void {
    prove().catch(() => {
      clearTimeout(timer);
      if (!ended) timer = setTimeout(proveSoon, AGAIN_MS).unref();
    });
  }

  function wind(): void {
    clearTimeout(timer);
    const left = Math.min(Math.max(proved.until - now().getTime(), 0), LONGEST_TIMER);
    timer = setTimeout(proveSoon, left).unref();
  }

  function leave(): void {
    ended = true;
    clearTimeout(timer);
    unwatch();
  }

  const unwatch = identity.watch((change) => {
    const { viewer } = proved;
    if (change && change.partnerId !== viewer.partnerId) return;
    if (change?.memberId && !(viewer.kind === "MEMBER" && viewer.memberId === change.memberId)) return;
    proveSoon();
  });
  wind();
  return {
    get viewer() {
      return proved.viewer;
    },
    prove,
    end,
    leave,
  };
}
