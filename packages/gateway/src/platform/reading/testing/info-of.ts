import { createSourceEventStream, type GraphQLResolveInfo, type GraphQLSchema, parse } from "graphql";

/** What the executor says of a subscription to whatever brings it. */
export async function infoOf(schema: GraphQLSchema, source: string): Promise<GraphQLResolveInfo> {
  let info: GraphQLResolveInfo | undefined;
  async function* open(_live: unknown, _args: unknown, _context: unknown, given: GraphQLResolveInfo) {
    info = given;
    yield {};
  }
  const live = { open: (...given: Parameters<typeof open>) => open(...given) };
  const stream = await createSourceEventStream({ schema, document: parse(source), contextValue: { live } });
  if ("next" in stream) await (stream as AsyncGenerator).next();
  if (!info) throw new Error(`Nothing was subscribed to: ${JSON.stringify(stream)}`);
  return info;
}
