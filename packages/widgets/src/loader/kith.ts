import { TAG_NAMES, type TagName } from "../tag-names.js";
import { defineElement } from "./elements.js";

/** The script a page adds: registers each element once its tag is on the page, now or later. */
const awaited = new Set<TagName>(TAG_NAMES);

function look(): void {
  for (const tag of awaited) {
    if (!document.querySelector(tag)) continue;
    awaited.delete(tag);
    // What stands inside the element stays visible; the next sight of the tag tries again.
    defineElement(tag).catch((error: unknown) => {
      awaited.add(tag);
      console.error(error);
    });
  }
  if (!awaited.size) observer.disconnect();
}

const observer = new MutationObserver(look);
observer.observe(document, { childList: true, subtree: true });
look();
