type Result<Item> = IteratorResult<Item, undefined>;

interface Waiting<Item> {
  resolve: (result: Result<Item>) => void;
  reject: (error: unknown) => void;
}

export interface Latest<Item> {
  /** Keeps this, in place of what was kept of the same object. False if no more objects can be kept. */
  readonly put: (key: string, item: Item) => boolean;
  /** Forgets what is kept; this comes instead. */
  readonly restart: (item: Item) => void;
  /** No more will come. What is kept is still given unless `forget` is said; then the error, or nothing more. */
  readonly end: (error?: unknown, forget?: boolean) => void;
  readonly next: () => Promise<Result<Item>>;
}

/** Between who brings changes and who reads them at their own pace: of each object the newest waits, `most` at a time. */
export function createLatest<Item>(most: number): Latest<Item> {
  const kept = new Map<unknown, Item>();
  const readers: Waiting<Item>[] = [];
  let ended: { error: unknown } | undefined;

  function serve(): void {
    for (const [key, item] of kept) {
      const reader = readers.shift();
      if (!reader) return;
      kept.delete(key);
      reader.resolve({ done: false, value: item });
    }
    if (!ended) return;
    for (const reader of readers.splice(0)) {
      if (ended.error === undefined) reader.resolve({ done: true, value: undefined });
      else reader.reject(ended.error);
      // It is told once; who asks again hears that it is over.
      ended.error = undefined;
    }
  }

  return {
    put(key, item) {
      if (!kept.has(key) && kept.size >= most) return false;
      // To the end: what changed last comes last.
      kept.delete(key);
      kept.set(key, item);
      serve();
      return true;
    },
    restart(item) {
      kept.clear();
      kept.set(null, item);
      serve();
    },
    end(error, forget = false) {
      if (forget) kept.clear();
      ended ??= { error };
      serve();
    },
    next: () =>
      new Promise((resolve, reject) => {
        readers.push({ resolve, reject });
        serve();
      }),
  };
}
