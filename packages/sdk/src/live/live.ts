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

/**
 * `READY`: from here on nothing is missed, so read your lists now. It comes first, and again after a gap that could not be
 * made good. `CHANGED`: what changed, as it stands now, under its name in the subscription.
 */
export type LiveChange<Event extends LiveEvent> = { readonly kind: "READY" } | Changed<Event>;

type Changed<Event> = Event extends unknown
  ? { readonly kind: "CHANGED" } & {
      readonly [Name in Exclude<keyof Event, keyof LiveEvent | "__typename">]: NonNullable<Event[Name]>;
    }
  : never;

/** What is iterated over, by `for await` or by hand. */
export interface LiveChanges<Change> extends AsyncIterableIterator<Change, undefined, undefined> {
  /** Leaves it: whoever waits for the next is told that it is over. */
  return(): Promise<IteratorReturnResult<undefined>>;
  [Symbol.asyncIterator](): LiveChanges<Change>;
}

/**
 * Follows a subscription for as long as it is iterated over. Connects when the first item is asked for, and again
 * whenever the connection is lost. Rejects with a KithError only when the gateway refuses for good. The document takes
 * `$after` and selects `cursor`, `mayHaveMissed` and one object with its `id`.
 */
export type Live = <Document extends TypedDocument<unknown, never>>(
  document: Document & Followable<ResultOf<Document>>,
  variables: Omit<VariablesOf<Document>, "after"> & { after?: never },
  options?: LiveOptions,
) => LiveChanges<LiveChange<FieldOf<ResultOf<Document>>>>;

// Each of them also for a document that is one of several.
type ResultOf<Document> = Document extends TypedDocument<infer Result, infer _> ? Result : never;
type VariablesOf<Document> = Document extends TypedDocument<infer _, infer Variables> ? Variables : never;
type FieldOf<Result> = Result extends unknown ? Extract<Result[keyof Result], LiveEvent> : never;
type Followable<Result> = Result extends { [Field in keyof Result]: LiveEvent } ? unknown : never;

/** Live updates for those who send documents of their own. What they need is loaded when the first is followed. */
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
