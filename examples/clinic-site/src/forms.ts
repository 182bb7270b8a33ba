import type { IncomingMessage } from "node:http";

const LONGEST = 10_000;

/** Whether a POST comes from a page of this site. The cookie's SameSite rule says so too; two locks are better. */
export function isFromOwnPage({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  return headers.origin === undefined || URL.parse(headers.origin)?.host === headers.host;
}

/** The fields of a posted form. Throws when it is longer than any form here. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > LONGEST) throw new RangeError("The form is too long.");
  }
  return new URLSearchParams(text);
}

/** The address of this site whose form was sent. */
export function cameFrom({ headers }: IncomingMessage): string {
  const page = URL.parse(headers.referer ?? "");
  return page && page.host === headers.host ? page.pathname : "/";
}
