import type { MemberId } from "@kith/core/values";
import type { GraphQLError } from "graphql";
import { fault } from "../graphql/errors.js";
import type { Credentials } from "../identity/identify.js";
import type { Identity } from "../identity/identity.js";
import type { IdentityDesk } from "../identity/open-identity.js";
import { type Standing, standing } from "../identity/standing.js";
import type { LiveLimits } from "./live-limits.js";

export type Transport = "websocket" | "sse";

/** One connection that stays open. */
export interface Line {
  readonly transport: Transport;
  /** Sends why, if that can be said, and closes. */
  end(why: GraphQLError): void;
  /** Whether its other side has answered since it was asked last; asks again. */
  isThere(): boolean;
  cut(): void;
}

export interface LiveConnections {
  /** False if there is no place for it. */
  add(line: Line): boolean;
  /** Once it is closed, however that came. */
  remove(line: Line): void;
  /** Who is at its other end from now on. Throws if they have too many open already, or it has closed meanwhile. */
  seat(line: Line, credentials: Credentials, proved: Identity, admit: (identity: Identity) => void): Standing;
  count(transport: Transport): number;
  /** Ends them all, as the gateway goes, and takes no more. */
  drain(): void;
}

export const RESTARTING = "GATEWAY_RESTARTS";

/** Everything that stays open at this gateway. */
export function liveConnections(options: {
  readonly limits: LiveLimits;
  readonly identity: IdentityDesk;
  now(): Date;
}): LiveConnections {
  const { limits, identity, now } = options;
  const lines = new Map<Line, Standing | null>();
  const ofMember = new Map<MemberId, number>();
  let draining = false;

  const asking = setInterval(() => {
    for (const line of lines.keys()) if (!line.isThere()) line.cut();
  }, limits.pingMs).unref();

  const count = (id: MemberId, change: 1 | -1) => {
    const left = (ofMember.get(id) ?? 0) + change;
    if (left > 0) ofMember.set(id, left);
    else ofMember.delete(id);
  };

  return {
    add(line) {
      if (draining || lines.size >= limits.connections) return false;
      lines.set(line, null);
      return true;
    },
    remove(line) {
      const seated = lines.get(line);
      lines.delete(line);
      if (!seated) return;
      seated.leave();
      if (seated.viewer.kind === "MEMBER") count(seated.viewer.memberId, -1);
    },
    seat(line, credentials, proved, admit) {
      const { viewer } = proved;
      // Whoever left while they were looked up would keep a place that nothing gives back.
      if (!lines.has(line)) throw fault("UNAVAILABLE");
      if (viewer.kind === "MEMBER") {
        if ((ofMember.get(viewer.memberId) ?? 0) >= limits.perMember) {
          throw fault("RATE_LIMITED", { reason: "TOO_MANY_CONNECTIONS" });
        }
        count(viewer.memberId, 1);
      }
      const seated = standing({ identity, credentials, proved, now, admit, onEnd: (why) => line.end(why) });
      lines.set(line, seated);
      return seated;
    },
    count: (transport) => [...lines.keys()].filter((line) => line.transport === transport).length,
    drain() {
      draining = true;
      clearInterval(asking);
      for (const line of lines.keys()) line.end(fault("UNAVAILABLE", { reason: RESTARTING }));
    },
  };
}
