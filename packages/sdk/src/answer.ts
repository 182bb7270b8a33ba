import { KithError, type KithErrorDetails } from "./errors.js";

/** An error as GraphQL answers it. */
export interface GivenError {
  message: string;
  extensions?: { code?: string; reason?: string; field?: string; requestId?: string; retryAfter?: number };
}

interface Answer {
  data?: unknown;
  errors?: GivenError[];
}

/** The data of the gateway's answer; rejects with a KithError if it holds an error or is not Kith's. */
export async function readAnswer(response: Response): Promise<unknown> {
  const answer = parse(await response.text());
  const requestId = response.headers.get("kith-request-id") ?? undefined;
  const details = { requestId, retryAfter: Number(response.headers.get("retry-after")) || undefined };
  const error = answer?.errors?.[0];
  if (error) throw errorOf(error, details);
  if (answer?.data) return answer.data;
  throw new KithError(codeOf(response), `Something other than Kith answered with status ${response.status}.`, {
    ...details,
    reason: "UNREADABLE",
  });
}

export function errorOf({ message, extensions = {} }: GivenError, details: KithErrorDetails = {}): KithError {
  const { code = "", ...others } = extensions;
  return new KithError(code, message, { ...details, ...others });
}

function parse(text: string): Answer | null {
  try {
    return JSON.parse(text) as Answer | null;
  } catch {
    return null;
  }
}

// A proxy on the way answers for a gateway that restarts, and a café's sign-in page answers 200: both pass by themselves.
function codeOf({ ok, status }: Response): string {
  if (status === 429) return "RATE_LIMITED";
  return ok || status === 408 || (status > 501 && status < 505) ? "UNAVAILABLE" : `HTTP_${status}`;
}
