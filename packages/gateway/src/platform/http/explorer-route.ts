import { EXPLORER_POLICY, explorerPage, explorerToken } from "../graphql/explorer.js";
import { isThisMachine } from "./own-page.js";
import { reply } from "./reply.js";
import type { Visit } from "./visit.js";

/** The explorer, with a demo member's token filled in for whoever sits at this machine. */
export function explorerRoute(tokenFile: string | null) {
  return async function explorer(visit: Visit): Promise<void> {
    const token = isThisMachine(visit.request.headers) ? await explorerToken(tokenFile) : null;
    reply(visit, {
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": EXPLORER_POLICY },
      body: await explorerPage(token),
    });
  };
}
