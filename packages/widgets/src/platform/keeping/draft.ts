import { forget, keeperFor, kept } from "./kept.js";

const DAY = 86_400_000;

/** What a member has not finished, kept for them as it is typed, and for a day at most. */
export interface DraftKeeper<Value> {
  /** What was kept last; null where there is nothing or nothing can be kept. */
  restore(): Promise<Value | null>;
  /** Keeps this in place of what was there; null forgets it. Says nothing where nothing can be kept. */
  set(value: Value | null): void;
}

/** The draft of this name of one member. `until`, as of Date.now(), is a day from each change unless said. */
export function draftKeeper<Value>(
  subject: string,
  name: string,
  until: () => number = () => Date.now() + DAY,
): DraftKeeper<Value> {
  const keep = keeperFor(subject);
  let next: { readonly value: Value | null } | null = null;
  let writing = false;

  // What is typed meanwhile waits for its turn, and of that only the last is written.
  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    while (next) {
      const { value } = next;
      next = null;
      await (value === null ? forget(subject, "draft", name) : keep("draft", name, value, until())).catch(() => {});
    }
    writing = false;
  }

  return {
    async restore() {
      const drafts = await kept<Value>(subject, "draft").catch(() => []);
      return drafts.find(({ id }) => id === name)?.value ?? null;
    },
    set(value) {
      next = { value };
      void write();
    },
  };
}
