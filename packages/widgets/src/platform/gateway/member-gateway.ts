import { createTransport, type Request } from "@kith/sdk";
import { isKithError } from "../problem/problem.js";
import { askForToken, subjectOf, type TokenSource } from "../session/token-source.js";
import { type FollowUntil, shareStreams } from "./share-streams.js";

/** A member who was signed in, and whom to tell when they are not any more. */
export interface SignedIn {
  readonly endpoint: string | URL;
  readonly key: string | undefined;
  readonly token: string;
  readonly source: TokenSource;
  /** Ends when somebody else, or nobody, takes their place. */
  readonly life: AbortSignal;
  /** Ends every call that is under way. */
  readonly calls: AbortSignal;
  another(): void;
  nobody(reason: "NO_TOKEN" | "REFUSED"): void;
}

export interface MemberGateway {
  readonly request: Request;
  readonly follow: FollowUntil;
}

/** The gateway as this member sees it, and no one else. Fetched once something is to be read or sent. */
export function memberGateway(member: SignedIn): MemberGateway {
  const { endpoint, key, token, source, life, calls, another, nobody } = member;
  const subject = subjectOf(token);
  let fetched: string | null = token;
  const { request, access } = createTransport({
    endpoint,
    key,
    getToken: async () => {
      const next = fetched ?? (await askForToken(source, life));
      fetched = null;
      if (next && !life.aborted && subjectOf(next) === subject) return next;
      // Nothing may go out under another's name, nor under the page's key in place of the member's.
      if (!life.aborted) next ? another() : nobody("NO_TOKEN");
      throw new Error("The member who was signed in is not any more.");
    },
  });
  const asMember = async (...[document, variables, given]: Parameters<Request>) => {
    try {
      const signal = given?.signal ? AbortSignal.any([given.signal, calls]) : calls;
      return await request(document, variables, { ...given, signal });
    } catch (error) {
      if (isKithError(error) && /^(?:UNAUTHENTICATED|FORBIDDEN)$/.test(error.code)) void tell(error.reason);
      if (!life.aborted && isRefusal(error)) nobody("REFUSED");
      throw error;
    }
  };
  return { request: asMember as Request, follow: shareStreams(access, life) };
}

async function tell(reason: string | undefined): Promise<void> {
  const told = await import("./tell-developer.js").catch(() => null);
  told?.tellDeveloper(reason);
}

// A token that could not be fetched says nothing about who is signed in: the line may be down.
function isRefusal(error: unknown): boolean {
  return isKithError(error) && error.code === "UNAUTHENTICATED" && error.reason !== "TOKEN_CALLBACK";
}
