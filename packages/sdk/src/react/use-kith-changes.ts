import { useEffect, useRef, useState } from "react";
import type { Kith } from "../client.js";
import type { KithError } from "../errors.js";
import type { LiveChanges, LiveOptions } from "../live/live.js";
import { useKith } from "./kith-provider.js";
import { useKithErrors } from "./use-kith-errors.js";

export interface KithChanges {
  /** Why the gateway refused for good; a connection that was lost is made again and is no error. */
  readonly error: KithError | undefined;
}

/** Follows what changes for as long as the component is there, and anew when one of `about` changes. */
export function useKithChanges<Change>(
  follow: (kith: Kith, options: LiveOptions) => LiveChanges<Change>,
  onChange: (change: Change) => void,
  about: readonly unknown[] = [],
): KithChanges {
  const kith = useKith();
  const errorOf = useKithErrors();
  const [error, setError] = useState<KithError>();
  const given = useRef({ follow, onChange });
  useEffect(() => {
    given.current = { follow, onChange };
  });

  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    setError(undefined);
    void (async () => {
      try {
        for await (const change of given.current.follow(kith, { signal })) {
          if (signal.aborted) return;
          given.current.onChange(change);
        }
      } catch (thrown) {
        if (!signal.aborted) setError(errorOf(thrown));
      }
    })();
    return () => control.abort();
  }, [kith, errorOf, ...about]);

  return { error };
}
