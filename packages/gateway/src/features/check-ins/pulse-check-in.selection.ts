import type { Tables } from "../../platform/database/tables.js";
import { extend, is, pages, type Selection, select } from "../../platform/reading/selection.js";
import { viewer } from "../members/index.js";
import { PulseCheckIn, ViewerPulseCheckIns } from "./pulse-check-in.type.js";

/** Its member alone. */
export const pulseCheckIn: Selection<Tables["pulseCheckIn"], PulseCheckIn> = select(PulseCheckIn, "pulseCheckIn", {
  prefix: "chk",
  visible: (row, { viewer }) => (viewer.kind === "MEMBER" ? is(row("memberId"), "=", viewer.id) : is.lit(false)),
  fields: {
    id: "id",
    mood: "mood",
    strain: "strain",
    connectedness: "connectedness",
    hope: "hope",
    supportReceived: "supportReceived",
    supportGiven: "supportGiven",
    recordedAt: "recordedAt",
    day: "day",
    createdAt: "createdAt",
  },
});

export const viewerPulseCheckIns = extend(viewer, ViewerPulseCheckIns, {
  pulseCheckIns: pages(
    () => pulseCheckIn,
    { memberId: "id" },
    { recordedAt: "timestamptz", id: "text" },
    { seenWithParent: true },
  ),
});
