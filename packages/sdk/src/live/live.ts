import { KithError } from "../errors.js";
import type { Access } from "../transport.js";
import type { TypedDocument } from "../typed-document-string.js";
import type { Streams } from "./streams.js";

export interface LiveOptions {
  /** Ends it: the iterator then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What a subscription's root field answers with each time, beside the one object that changed. */
export interface LiveEvent {
  cursor: string;
  mayHaveMissed: boolean;
}

/** What is iterated over, by `for await` or by hand. */
export interface LiveChanges<Change> extends AsyncIterableIterator<Change, undefined, undefined> {
  /** Leaves it: whoever waits for the next is told that it is over. */
  return(): Promise<IteratorReturnResult<undefined>>;
  [Symbol.asyncIterator](): LiveChanges<Change>;
}

/**
 * Follows a subscription for as long as it is iterated over. Connects when the first item is asked for, and again
 * whenever the connection is lost. Rejects with a KithError only when the gateway refuses for good.
 */
export type Live = <Item, Variables extends { after?: string | null }>(
  document: TypedDocument<Record<string, LiveEvent>, Variables>,
  variables: Omit<Variables, "after">,
  options?: LiveOptions,
) => LiveChanges<Item>;

/** What follows subscriptions is loaded when the first of them is. */
export function createLive(access: Access): Live {
  let loading: Promise<Streams> | undefined;

  function load(): Promise<Streams> {
    loading ??= import("./streams.js").then(
      ({ createStreams }) => createStreams(access),
      (cause: unknown) => {
        loading = undefined;
        throw new KithError("UNAVAILABLE", "What live updates need was not loaded.", { reason: "NETWORK", cause });
      },
    );
    return loading;
  }

  return <Item>(document: TypedDocument<unknown, never>, variables: object, { signal }: LiveOptions = {}) => {
    const over = { done: true, value: undefined } as const;
    let opening: Promise<AsyncIterator<Item, undefined>> | undefined;
    let left = false;
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next() {
        if (left) return over;
        opening ??= load().then((open) => open<Item>(String(document), variables, signal));
        const stream = await opening;
        return left ? over : stream.next();
      },
      async return() {
        left = true;
        await (await opening?.catch(() => undefined))?.return?.();
        return over;
      },
    };
  };
}
