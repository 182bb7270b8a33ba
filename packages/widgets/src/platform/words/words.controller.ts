import type { LitElement, ReactiveController } from "lit";
import { onOfferChange } from "../session/session.js";
import type { Catalogue } from "./catalogue.js";
import { mannerOf } from "./languages.js";
import { sharedWords } from "./shared-words.js";
import { type Explain, type Words, wordsIn } from "./words.js";

const AGAIN_AFTER = 10_000;

/**
 * The words of a public element, in the language that the page around it is in, live. It changes from one language to
 * another in one step, when all that is shown has come: nobody sees two at once, nor English first.
 */
export class WordsController implements ReactiveController {
  /** Null until there are any. */
  value: Words | null = null;
  /** They could not be fetched, and will be tried again. */
  failed = false;
  readonly #catalogues: Catalogue[] = [sharedWords];
  readonly #observer = new MutationObserver(() => this.#follow());
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;
  /** Null while it is being fetched. */
  #explain: Explain | null | undefined;

  constructor(
    private readonly host: LitElement,
    catalogues: Catalogue | readonly Catalogue[],
    /** What is said only later, so that it need not be waited for. */
    private readonly later: readonly Catalogue[] = [],
  ) {
    this.#catalogues.push(...[catalogues].flat());
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = onOfferChange(this.#follow);
    let root: Node | null = this.host.getRootNode();
    while (root) {
      this.#observer.observe(root, { attributeFilter: ["lang", "dir"], subtree: true });
      root = root instanceof ShadowRoot ? root.host.getRootNode() : null;
    }
    this.#follow();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  /** For handlers of what was rendered, and so has words. */
  of<Strings extends object>(catalogue: Catalogue<Strings>): Strings {
    return (this.value as Words).of(catalogue);
  }

  /** Fetches the words of a part that is being opened. Rejects if they did not come. */
  async add(catalogue: Catalogue): Promise<void> {
    if (!this.#catalogues.includes(catalogue)) this.#catalogues.push(catalogue);
    while (!(this.value && catalogue.in(this.value.language))) await this.#load();
  }

  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    this.#load().catch(() => {
      if (!this.host.isConnected) return;
      this.failed = true;
      this.#timer = setTimeout(this.#follow, AGAIN_AFTER);
      this.host.requestUpdate();
    });
  };

  /** What could not be fetched when it is needed; once there is something to see. */
  async #prepare(): Promise<void> {
    this.#explain = null;
    const problem = await import("../problem/explain.js").catch(() => null);
    this.#explain = problem?.explain;
    if (!problem) return;
    this.#catalogues.push(problem.problemWords, ...this.later);
    this.#follow();
  }

  async #load(): Promise<void> {
    const run = ++this.#run;
    const manner = mannerOf(around(this.host, "lang"), around(this.host, "dir"));
    await Promise.all(this.#catalogues.map((catalogue) => catalogue.load(manner.language)));
    if (run !== this.#run) return;
    this.failed = false;
    this.value = wordsIn(manner, this.#explain);
    this.host.requestUpdate();
    if (this.#explain === undefined) void this.#prepare();
  }
}

/** An attribute of the element itself or of the nearest around it, through shadow roots. */
function around(element: Element, attribute: string): string {
  const found = element.closest(`[${attribute}]`);
  if (found) return found.getAttribute(attribute) ?? "";
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? around(root.host, attribute) : "";
}
