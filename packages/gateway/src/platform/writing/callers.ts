import type { Context } from "../graphql/context.js";
import { fault } from "../graphql/errors.js";
import type { MemberViewer, ServerViewer } from "../identity/viewer.js";

/** The member who writes, with a token or through the partner's server. */
export function memberOf({ viewer }: Pick<Context, "viewer">): MemberViewer {
  if (!viewer) throw fault("UNAUTHENTICATED");
  if (viewer.kind !== "MEMBER") throw fault("FORBIDDEN", { reason: "MEMBER_NEEDED" });
  return viewer;
}

/** The partner's server, speaking for itself. */
export function serverOf({ viewer }: Pick<Context, "viewer">): ServerViewer {
  if (!viewer) throw fault("UNAUTHENTICATED");
  if (viewer.kind !== "SERVER") throw fault("FORBIDDEN", { reason: "SECRET_KEY_NEEDED" });
  return viewer;
}

/** Whoever may write at all: a publishable key, open to all who read the page, never may. */
export function writerOf({ viewer }: Pick<Context, "viewer">): MemberViewer | ServerViewer {
  if (!viewer) throw fault("UNAUTHENTICATED");
  if (viewer.kind === "PUBLIC") throw fault("FORBIDDEN", { reason: "MEMBER_NEEDED" });
  return viewer;
}

/** Who the idempotency key belongs to: two callers may choose the same one. */
export function callerOf(viewer: MemberViewer | ServerViewer): string {
  if (viewer.kind === "SERVER") return viewer.keyId;
  return viewer.actingKeyId === null ? viewer.memberId : `${viewer.memberId} by ${viewer.actingKeyId}`;
}
