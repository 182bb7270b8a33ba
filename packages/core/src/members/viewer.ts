import type { MemberId } from "../values/index.js";

/** Who asks, as far as the rules of access need to know. */
export type Viewer =
  | { readonly kind: "MEMBER"; readonly memberId: MemberId; readonly isAdult: boolean }
  /** The partner's own server, by its secret key, acting for nobody. */
  | { readonly kind: "SERVER" }
  /** Anyone on the partner's page, by its publishable key. */
  | { readonly kind: "PUBLIC" };
