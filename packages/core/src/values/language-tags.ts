import { pipe, rawTransform, string } from "valibot";
import { reasonOr } from "./input-reason.js";
import { canonicalLanguageTag } from "./language-tag.js";
import { setOf } from "./text.js";

/** At most 10 BCP 47 tags in their usual form, each once; null becomes an empty list. */
export const languageTags = () =>
  setOf(
    pipe(
      string(reasonOr("WRONG_TYPE")),
      rawTransform<string, string>(({ dataset, addIssue, NEVER }) => {
        const tag = canonicalLanguageTag(dataset.value.trim());
        if (tag !== null) return tag;
        addIssue({ message: "NOT_A_LANGUAGE" });
        return NEVER;
      }),
    ),
    10,
  );
