import { createClient } from "graphql-ws/client";
import { errorOf, type GivenError } from "../answer.js";
import { KithError } from "../errors.js";
import type { Token } from "../tokens.js";
import type { Access } from "../transport.js";
import { isRefusal, judge } from "./judge.js";
import { onWake, type Pause, pauseFor } from "./wake.js";

// Milliseconds. Tokens are dated by the second: one signed in the same second as a revocation is revoked with the others.
const BEFORE_ANOTHER_TOKEN = 1_000;
const PING = JSON.stringify({ type: "ping" });

/** Milliseconds. */
interface Times {
  /** How often a quiet socket is asked for a sign of life. */
  readonly keepAlive: number;
  /** How long it has to give one, or to open. */
  readonly patience: number;
}

export interface Follower {
  /** What to ask for, read anew for each connection. */
  readonly request: () => { query: string; variables: Record<string, unknown> };
  readonly receive: (data: unknown) => void;
  readonly giveUp: (error: KithError) => void;
}

export interface Connection {
  /** Follows until it is left or given up. */
  readonly follow: (follower: Follower) => () => void;
}

/** One socket for all who follow; opened for the first, closed behind the last, and opened again when it is lost. */
export function createConnection(
  { endpoint, key, member, tokens }: Access,
  { keepAlive, patience }: Times = { keepAlive: 20_000, patience: 10_000 },
): Connection {
  const followers = new Map<Follower, { subject?: string | null; leave?: () => void }>();
  let failures = 0;
  let presented: Token | null = null;
  /** The token that was refused, until something is received again. */
  let refused: string | undefined;
  /** Whom the open socket stands for. */
  let stands: string | null | undefined;
  let socket: WebSocket | undefined;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let pause: Pause | undefined;
  let stopWaking = () => {};
  const verdicts = new WeakMap<object, number | KithError>();

  const lost = () => {
    clearTimeout(alarm);
    socket = stands = undefined;
  };
  const expectLife = () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => client.terminate(), patience);
  };
  const client = createClient({
    url: endpoint.replace(/^http/, "ws"),
    // Whether, when and with what to try again is decided here.
    retryAttempts: 0,
    keepAlive,
    connectionParams: () => ({
      ...((presented ?? key) && { authorization: `Bearer ${presented?.text ?? key}` }),
      ...(member && { kithMember: fromHeader(member) }),
    }),
    on: {
      connecting() {
        stands = presented?.subject ?? null;
        expectLife();
      },
      connected(opened) {
        clearTimeout(alarm);
        socket = opened as WebSocket;
      },
      ping: (received) => void (received || expectLife()),
      pong: (received) => void (received && clearTimeout(alarm)),
      closed: lost,
      error: lost,
    },
  });

  function wake(): void {
    pause?.end();
    if (!socket) return;
    expectLife();
    socket.send(PING);
  }

  /** Makes sure that the socket stands for the member this follower began with. */
  async function present(follower: Follower): Promise<void> {
    const token = (await tokens?.current()) ?? null;
    const subject = token?.subject ?? null;
    const began = followers.get(follower);
    if (!began) return;
    if (began.subject === undefined) began.subject = subject;
    if (began.subject !== subject) {
      throw new KithError("UNAUTHENTICATED", "Another member has signed in.", { reason: "MEMBER_CHANGED" });
    }
    if (refused !== undefined && refused === token?.text) {
      throw new KithError("UNAUTHENTICATED", "The gateway refused the token.", { reason: "TOKEN_INVALID" });
    }
    if (stands !== undefined && stands !== subject) client.terminate();
    presented = token;
  }

  /** Rejects with what ended it. */
  function subscribe(follower: Follower): Promise<never> {
    return new Promise((_, reject) => {
      const began = followers.get(follower);
      if (!began) return reject();
      began.leave = client.subscribe(follower.request(), {
        next({ data, errors }) {
          if (!followers.has(follower)) return;
          if (errors) return reject(errorOf(errors[0] as GivenError));
          failures = 0;
          refused = undefined;
          follower.receive(data);
        },
        error: (end) => reject(Array.isArray(end) ? errorOf(end[0] as GivenError) : end),
        complete: () => reject(new KithError("UNAVAILABLE", "The gateway ended the stream.", { reason: "NETWORK" })),
      });
    });
  }

  function decide(end: object): number | KithError {
    // All who shared the socket hear of one end: it counts once.
    const decided = verdicts.get(end);
    if (decided !== undefined) return decided;
    let verdict: number | KithError;
    if (isRefusal(end) && presented && refused === undefined) {
      refused = presented.text;
      tokens?.refuse(presented);
      verdict = BEFORE_ANOTHER_TOKEN * (1 + Math.random());
    } else verdict = judge(end, failures++, Math.random());
    verdicts.set(end, verdict);
    if (typeof verdict === "number" && !pause) rest(verdict);
    return verdict;
  }

  function rest(ms: number): void {
    const made = pauseFor(ms);
    pause = made;
    void made.over.then(() => {
      if (pause === made) pause = undefined;
    });
  }

  async function keep(follower: Follower): Promise<void> {
    while (followers.has(follower)) {
      try {
        await pause?.over;
        await present(follower);
        await subscribe(follower);
      } catch (end) {
        const began = followers.get(follower);
        if (!began) return;
        began.leave?.();
        const verdict = decide(end as object);
        if (typeof verdict === "number") continue;
        drop(follower);
        follower.giveUp(verdict);
      }
    }
  }

  function drop(follower: Follower): void {
    const began = followers.get(follower);
    if (!followers.delete(follower)) return;
    began?.leave?.();
    if (followers.size > 0) return;
    stopWaking();
    pause?.end();
    // One that is still opening would else open for nobody.
    if (!socket) client.terminate();
  }

  return {
    follow(follower) {
      if (followers.size === 0) {
        stopWaking = onWake(wake);
        [failures, refused] = [0, undefined];
      }
      followers.set(follower, {});
      void keep(follower);
      return () => drop(follower);
    },
  };
}

// A header is bytes, one to a character; in a message the same is text.
function fromHeader(member: string): string {
  return new TextDecoder().decode(Uint8Array.from(member, (character) => character.charCodeAt(0)));
}
