import type { TagName } from "../tag-names.js";
import { defineElement, elements } from "./elements.js";

/** The script a page adds: registers each element once its tag is on the page, now or later. */
const awaited = new Set<TagName>();
const AGAIN_AFTER = 10_000;
const SETTLED_AFTER = 3_000;

function look(): void {
  for (const tag of awaited) {
    if (!document.querySelector(tag)) continue;
    awaited.delete(tag);
    // What stands inside the element stays visible until a later try succeeds.
    defineElement(tag).then(
      () => keepHelp(),
      () => setTimeout(again, AGAIN_AFTER, tag),
    );
  }
  if (!awaited.size) observer.disconnect();
}

function again(tag: TagName): void {
  awaited.add(tag);
  observer.observe(document, { childList: true, subtree: true });
  look();
}

/** Once, when a page that has anything of ours has settled: help must not hang on what can be fetched later. */
let keepHelp = (): void => {
  keepHelp = () => {};
  setTimeout(() => elements["kith-crisis-help"]().then((help) => help.keep(), keepHelp), SETTLED_AFTER);
};

const observer = new MutationObserver(look);
for (const tag of Object.keys(elements)) again(tag as TagName);
