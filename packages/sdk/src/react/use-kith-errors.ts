import { useCallback, useState } from "react";
import { KithError } from "../errors.js";

/** Takes an error that was caught: gives back a KithError to show, and throws any other at the nearest error boundary. */
export function useKithErrors(): (error: unknown) => KithError {
  const [, rethrow] = useState<never>();
  return useCallback((error) => {
    if (error instanceof KithError) return error;
    rethrow(() => {
      throw error;
    });
    return new KithError("INTERNAL", "It failed in the page.", { cause: error });
  }, []);
}
