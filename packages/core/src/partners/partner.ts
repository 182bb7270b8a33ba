import type { PartnerId } from "../values/index.js";
import type { MatchingDial } from "./matching-dial.js";

/** An organisation with its own sites: the tenant, and the controller of the data. */
export interface Partner {
  readonly id: PartnerId;
  /** 1 to 120 characters. */
  readonly name: string;
  readonly matchingDial: MatchingDial;
}
