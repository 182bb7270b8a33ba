/** What a connection that stays open is held to. */
export interface LiveLimits {
  /** Of both kinds, at one gateway. */
  readonly connections: number;
  /** Of one member, at one gateway. */
  readonly perMember: number;
  /** Open at once on one socket. */
  readonly operations: number;
  /** What a socket may send in ten seconds, of any kind. */
  readonly messages: number;
  readonly messageBytes: number;
  /** For whoever connects to say who they are. */
  readonly initMs: number;
  /** How often the other side is asked whether it is still there; one answer missed is one too many. */
  readonly pingMs: number;
  /** For the other side to take leave; then the connection is cut. */
  readonly leaveMs: number;
}

export const LIVE_LIMITS: LiveLimits = {
  connections: 10_000,
  perMember: 20,
  operations: 20,
  messages: 100,
  messageBytes: 64 * 1024,
  initMs: 5_000,
  pingMs: 20_000,
  leaveMs: 1_000,
};
