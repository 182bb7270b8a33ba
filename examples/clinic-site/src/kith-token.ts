import type { IncomingMessage, ServerResponse } from "node:http";
import { mintMemberToken } from "@kith/sdk/server";
import type { Sessions } from "./sessions.ts";
import type { Settings } from "./settings.ts";

/** `POST /kith-token`: whoever is signed in here gets a short token, by which their browser talks to Kith. */
export function kithToken({ partnerId, signingKey }: Settings, sessions: Sessions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const person = sessions.personOf(request);
    if (!person) return void response.writeHead(401).end();
    const token = await mintMemberToken({ partnerId, signingKey, externalId: person.externalId });
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(JSON.stringify({ token }));
  };
}
