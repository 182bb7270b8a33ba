import { TAG_NAMES, type TagName } from "../tag-names.js";
import { defineElement } from "./elements.js";

/** The script a page adds: registers each element once its tag is on the page, now or later. */
const awaited = new Set<TagName>();
const AGAIN_AFTER = 10_000;

function look(): void {
  for (const tag of awaited) {
    if (!document.querySelector(tag)) continue;
    awaited.delete(tag);
    // What stands inside the element stays visible until a later try succeeds.
    defineElement(tag).catch(() => setTimeout(() => again(tag), AGAIN_AFTER));
  }
  if (!awaited.size) observer.disconnect();
}

function again(tag: TagName): void {
  awaited.add(tag);
  observer.observe(document, { childList: true, subtree: true });
  look();
}

const observer = new MutationObserver(look);
for (const tag of TAG_NAMES) again(tag);
