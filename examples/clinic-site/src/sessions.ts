import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Person } from "./settings.ts";

export interface Sessions {
  /** Who is signed in; null after they signed out, undefined for someone who was never here. */
  personOf(request: IncomingMessage): Person | null | undefined;
  set(request: IncomingMessage, response: ServerResponse, person: Person | null): void;
}

/** Who is signed in at the clinic, by a cookie that other sites' pages cannot send and scripts cannot read. */
export function createSessions(): Sessions {
  const people = new Map<string, Person | null>();
  const idOf = (request: IncomingMessage) =>
    /(?:^|;\s*)clinic_session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  return {
    personOf: (request) => people.get(idOf(request)),
    set(request, response, person) {
      people.delete(idOf(request));
      const id = randomBytes(24).toString("base64url");
      people.set(id, person);
      response.appendHeader("set-cookie", `clinic_session=${id}; Path=/; HttpOnly; SameSite=Lax`);
    },
  };
}
