import { readFile } from "node:fs/promises";
import * as v from "valibot";

const tokens = v.object({ members: v.tupleWithRest([v.object({ token: v.string() })], v.unknown()) });

/** What the page needs to run without a network: its script inline, its workers from memory, itself as the API. */
export const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "font-src data:",
  "img-src data: 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const FIRST_QUERY = `# Who am I, what is near me, and how have I been?
{
  viewer {
    member { displayName languages timeZone }
    memberships { nodes { role community { name memberCount } } }
    exchanges { nodes { state viewerRole supportOffer { title } viewerCan } }
  }
  supportOffers(first: 5) {
    nodes { kinds title author { displayName } seatsLeft viewerCan }
  }
  pulseTrend { mood { median } strain { median } days { day mood strain } }
}
`;

/** GraphiQL, whole: 9 MB that load from this process and ask nobody else for anything. */
export async function explorerPage(token: string | null): Promise<string> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  return renderGraphiQL({
    title: "Kith",
    endpoint: "/graphql",
    defaultQuery: FIRST_QUERY,
    headers: JSON.stringify({ Authorization: `Bearer ${token ?? "<member token, pk_… or sk_…>"}` }, null, 2),
    shouldPersistHeaders: false,
  });
}

/** The first member's token in a file of demo members; null while there is none, for the explorer works without. */
export async function explorerToken(file: string | null): Promise<string | null> {
  if (file === null) return null;
  try {
    const read = v.safeParse(tokens, JSON.parse(await readFile(file, "utf8")));
    return read.success ? read.output.members[0].token : null;
  } catch {
    return null;
  }
}
