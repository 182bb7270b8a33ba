import { useCallback, useEffect, useRef, useState } from "react";
import type { Kith } from "../client.js";
import type { KithError } from "../errors.js";
import { newKey, type RequestOptions } from "../transport.js";
import { useKith } from "./kith-provider.js";
import { useKithErrors } from "./use-kith-errors.js";

export interface KithMutation<Input, Result> {
  /** Never rejects: gives what was answered, or undefined when it failed. */
  readonly run: (input: Input) => Promise<Result | undefined>;
  readonly pending: boolean;
  /** Why the last time failed; undefined as soon as it is tried again. */
  readonly error: KithError | undefined;
  /** What was answered last. */
  readonly data: Result | undefined;
  /** Forgets the answer and the error. */
  readonly reset: () => void;
}

type State<Result> = Pick<KithMutation<never, Result>, "pending" | "error" | "data">;
const IDLE = { pending: false, error: undefined, data: undefined };

/**
 * Changes something when it is told to. It goes on when the component is left. The same input after a failure, or pressed
 * twice, goes out under the same idempotency key, so that it takes effect once.
 */
export function useKithMutation<Input = void, Result = unknown>(
  act: (kith: Kith, input: Input, options: RequestOptions) => Promise<Result>,
): KithMutation<Input, Result> {
  const kith = useKith();
  const errorOf = useKithErrors();
  const acting = useRef(act);
  useEffect(() => {
    acting.current = act;
  });
  const sent = useRef({ input: "", idempotencyKey: "", time: 0 });
  const [state, setState] = useState<State<Result>>(IDLE);

  const run = useCallback(
    async (input: Input) => {
      const text = JSON.stringify(input) ?? "";
      if (!sent.current.idempotencyKey || sent.current.input !== text) {
        sent.current = { input: text, idempotencyKey: newKey(), time: 0 };
      }
      const { idempotencyKey } = sent.current;
      const time = ++sent.current.time;
      const isLast = () => sent.current.idempotencyKey === idempotencyKey && sent.current.time === time;
      setState(({ data }) => ({ pending: true, error: undefined, data }));
      try {
        const data = await acting.current(kith, input, { idempotencyKey });
        if (isLast()) {
          sent.current.idempotencyKey = "";
          setState({ pending: false, error: undefined, data });
        }
        return data;
      } catch (error) {
        const shown = errorOf(error);
        if (isLast()) setState(({ data }) => ({ pending: false, error: shown, data }));
        return undefined;
      }
    },
    [kith, errorOf],
  );
  const reset = useCallback(() => setState(IDLE), []);
  return { run, ...state, reset };
}
