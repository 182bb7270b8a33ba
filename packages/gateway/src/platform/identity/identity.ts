import type { Viewer } from "./viewer.js";

/** What a credential proved. */
export interface Identity {
  readonly viewer: Viewer;
  /** The pages that may use the partner's browser credentials. */
  readonly origins: readonly string[];
  /** Milliseconds since 1970 until which it need not be proved again. */
  readonly until: number;
}
