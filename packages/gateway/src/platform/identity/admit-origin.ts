import { isAllowedOrigin } from "@kith/core/partners";
import { fault } from "../graphql/errors.js";
import type { Identity } from "./identity.js";

/**
 * A browser names the page that asks, and only the partner's own pages may. Whoever names none is no browser. `own` is
 * a page of the gateway itself: the explorer of development.
 */
export function admitOrigin({ viewer, origins }: Identity, origin: string | undefined, own: boolean): void {
  if (origin === undefined || own) return;
  const bySecretKey = viewer.kind === "SERVER" || (viewer.kind === "MEMBER" && viewer.actingKeyId !== null);
  if (bySecretKey) throw fault("FORBIDDEN", { reason: "SECRET_KEY_IN_BROWSER" });
  if (!isAllowedOrigin(origin, origins)) throw fault("FORBIDDEN", { reason: "ORIGIN_NOT_ALLOWED" });
}
