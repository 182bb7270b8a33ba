import type { Tables } from "../../platform/database/tables.js";
import { everyone, type Selection, select } from "../../platform/reading/selection.js";
import { Partner } from "./partner.type.js";

export const partner: Selection<Tables["partner"], Partner> = select(Partner, "partner", {
  visible: everyone,
  fields: { id: "partnerId", name: "name", matchingDial: "matchingDial" },
});
