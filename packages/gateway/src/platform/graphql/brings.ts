import type { GraphQLResolveInfo } from "graphql";
import type { Feed } from "../events/feed.js";
import type { Live, LiveArgs } from "../events/live.js";
import type { Context } from "./context.js";

/** What a subscription brings: `@Subscription(() => ExchangeChanged, { subscribe: brings(exchangeChanged) })`. */
export const brings =
  <Args extends LiveArgs>(live: Live<Args>) =>
  ({ args, context, info }: { args: Args; context: Context; info: GraphQLResolveInfo }): Feed =>
    // type-graphql's types want it at once; graphql-js waits for it.
    context.live.open(live, args, context, info) as unknown as Feed;
