import { ArgsType, Field, ObjectType } from "type-graphql";
import type { LiveArgs } from "../../platform/events/live.js";
import { Exchange } from "./exchange.type.js";

@ObjectType({ description: "An event of `exchangeChanged`." })
export class ExchangeChanged {
  @Field(() => String, { description: "For `after`: to come back to this place. Opaque." })
  cursor!: string;
  @Field(() => Boolean, {
    description: "Only ever true in a first event, where `after` could not be honoured: read anew what is shown.",
  })
  mayHaveMissed!: boolean;
  @Field(() => Exchange, {
    nullable: true,
    description: "The exchange as it is now. Null in the first event, which comes at once: nothing after it is missed.",
  })
  exchange!: Exchange | null;
}

@ArgsType()
export class ExchangeChangedArgs implements LiveArgs {
  @Field(() => String, {
    nullable: true,
    description: "The last cursor received: brings what changed since, each exchange once, as it is now.",
  })
  after?: string | null;
}
