import { ExchangeAction, ExchangeRole, ExchangeState } from "@kith/core/support-offers";
import { Args, ArgsType, Field, FieldResolver, ObjectType, Resolver, registerEnumType } from "type-graphql";
import { Node } from "../../platform/graphql/node.type.js";
import { DateTime } from "../../platform/graphql/scalars.js";
import { type Connection, connectionOf, PageArgs } from "../../platform/reading/connection.type.js";
import { selected } from "../../platform/reading/selection.js";
import { Member, Viewer } from "../members/index.js";
import { SupportOffer } from "./support-offer.type.js";

registerEnumType(ExchangeState, {
  name: "ExchangeState",
  description: "Where an exchange stands.",
  valuesConfig: {
    PROPOSED: { description: "Waits for the other side's answer." },
    ACCEPTED: { description: "Both sides said yes." },
    COMPLETED: { description: "Done, as one of them said." },
    DECLINED: { description: "The other side said no." },
    WITHDRAWN: { description: "Taken back by who proposed it." },
    EXPIRED: { description: "Nobody answered in time." },
    ENDED_EARLY: { description: "Ended by one of them, without a reason asked." },
  },
});
registerEnumType(ExchangeAction, {
  name: "ExchangeAction",
  description: "What can be done with an exchange.",
  valuesConfig: {
    ACCEPT: { description: "Say yes: `acceptExchange`." },
    DECLINE: { description: "Say no: `declineExchange`." },
    WITHDRAW: { description: "Take the proposal back: `withdrawExchange`." },
    COMPLETE: { description: "Say that it is done: `completeExchange`." },
    END: { description: "End it early, no reason needed: `endExchange`." },
  },
});
registerEnumType(ExchangeRole, {
  name: "ExchangeRole",
  description: "A side of an exchange.",
  valuesConfig: {
    SUPPORTER: { description: "Gives support." },
    RECIPIENT: { description: "Receives support." },
  },
});

@ObjectType({ implements: Node, description: "Support between two people: one gives, one receives." })
export class Exchange extends Node {
  @Field(() => ExchangeState, { description: "Where it stands now." })
  state!: ExchangeState;
  @Field(() => Member, { description: "Who gives support." })
  supporter!: Member;
  @Field(() => Member, { description: "Who receives support." })
  recipient!: Member;
  @Field(() => ExchangeRole, { description: "Which side proposed it." })
  proposedBy!: ExchangeRole;
  @Field(() => SupportOffer, { description: "The offer it came from." })
  supportOffer!: SupportOffer;
  @Field(() => ExchangeRole, { description: "The viewer's own side." })
  viewerRole!: ExchangeRole;
  @Field(() => [ExchangeAction], { description: "What the viewer may do now." })
  viewerCan!: ExchangeAction[];
  @Field(() => DateTime, { description: "When it was proposed." })
  proposedAt!: Date;
  @Field(() => DateTime, { description: "When a proposal lapses that nobody answers." })
  expiresAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it was accepted." })
  acceptedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When it came to its end, however it did." })
  closedAt!: Date | null;
}
const ExchangeConnection = connectionOf("Exchange", () => Exchange);

@ArgsType()
export class ExchangesArgs extends PageArgs {
  @Field(() => [ExchangeState], { nullable: true, description: "Only exchanges that stand here; null for all." })
  states?: ExchangeState[] | null;
}

/** What exchanges add to SupportOffer. */
@Resolver(() => SupportOffer)
export class SupportOfferExchanges {
  @FieldResolver(() => Exchange, {
    nullable: true,
    description: "The viewer's open exchange as the recipient of this offer.",
  })
  viewerExchange(): Exchange | null {
    return selected();
  }
  @FieldResolver(() => ExchangeConnection, {
    description: "Exchanges on this offer that the viewer takes part in, newest first.",
  })
  exchanges(@Args(() => ExchangesArgs) _args: ExchangesArgs): Connection<Exchange> {
    return selected();
  }
}

/** What exchanges add to Viewer. */
@Resolver(() => Viewer)
export class ViewerExchanges {
  @FieldResolver(() => ExchangeConnection, { description: "Exchanges the viewer gives or receives, newest first." })
  exchanges(@Args(() => ExchangesArgs) _args: ExchangesArgs): Connection<Exchange> {
    return selected();
  }
}
