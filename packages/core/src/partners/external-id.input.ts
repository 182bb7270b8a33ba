import { pipe, rawCheck, string } from "valibot";
import { reasonOr } from "../values/index.js";
import { externalIdFault } from "./external-id.js";

/** The partner's own id for a person, exactly as given. */
export const externalId = () =>
  pipe(
    string(reasonOr("WRONG_TYPE")),
    rawCheck<string>(({ dataset, addIssue }) => {
      const fault = dataset.typed ? externalIdFault(dataset.value) : null;
      if (fault !== null) addIssue({ message: fault });
    }),
  );
