import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Kith } from "../client.js";
import type { KithError } from "../errors.js";
import type { RequestOptions } from "../transport.js";
import { useKith } from "./kith-provider.js";
import { useKithErrors } from "./use-kith-errors.js";

export interface KithQuery<Result> {
  /** What was answered last; stays while it is asked anew. */
  readonly data: Result | undefined;
  /** Why the last time failed. */
  readonly error: KithError | undefined;
  readonly loading: boolean;
  /** Asks anew. */
  readonly refresh: () => void;
}

interface Answer<Result> {
  readonly question: object;
  readonly data?: Result | undefined;
  readonly error?: KithError | undefined;
  readonly turn: number;
}

/**
 * Asks when the component is mounted, and again when one of `about` changes, as `useEffect` compares them; who leaves or
 * asks something else is not kept waiting for the answer.
 */
export function useKithQuery<Result>(
  ask: (kith: Kith, options: RequestOptions) => Promise<Result>,
  about: readonly unknown[],
): KithQuery<Result> {
  const kith = useKith();
  const errorOf = useKithErrors();
  const asking = useRef(ask);
  useEffect(() => {
    asking.current = ask;
  });
  const question = useMemo(() => ({}), [kith, ...about]);
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<Answer<Result>>({ question, turn: -1 });

  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    asking.current(kith, { signal }).then(
      (data) => {
        if (!signal.aborted) setAnswer({ question, turn, data });
      },
      (error: unknown) => {
        if (signal.aborted) return;
        const shown = errorOf(error);
        setAnswer((before) => ({
          question,
          turn,
          error: shown,
          data: before.question === question ? before.data : undefined,
        }));
      },
    );
    return () => control.abort();
  }, [kith, question, turn, errorOf]);

  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  // What was answered to another question is no answer to this one.
  const mine = answer.question === question;
  return {
    data: mine ? answer.data : undefined,
    error: mine ? answer.error : undefined,
    loading: !mine || answer.turn !== turn,
    refresh,
  };
}
