import type { ExchangeId } from "@kith/core/values";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { one, payload } from "../../platform/reading/selection.js";
import { exchange } from "./exchange.selection.js";
import { Exchange } from "./exchange.type.js";

@InputType({ description: "What is proposed, and to whom." })
export class ProposeExchangeInput {
  @Field(() => ID, { description: "The offer." })
  supportOfferId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "Only by the offer's author: whom they propose to. Anyone else asks for themselves and leaves it out.",
  })
  recipientId?: string | null;
}

@ObjectType({ description: "What `proposeExchange` answers." })
export class ProposeExchangePayload {
  @Field(() => Exchange, { description: "The exchange, which waits for the other side's answer." })
  exchange!: Exchange;
}

@InputType({ description: "Which exchange to say yes to." })
export class AcceptExchangeInput {
  @Field(() => ID, { description: "An exchange that the other side proposed." })
  exchangeId!: string;
}

@ObjectType({ description: "What `acceptExchange` answers." })
export class AcceptExchangePayload {
  @Field(() => Exchange, { description: "The exchange as it is now." })
  exchange!: Exchange;
}

@InputType({ description: "Which exchange to say no to." })
export class DeclineExchangeInput {
  @Field(() => ID, { description: "An exchange that the other side proposed." })
  exchangeId!: string;
}

@ObjectType({ description: "What `declineExchange` answers." })
export class DeclineExchangePayload {
  @Field(() => Exchange, { description: "The exchange as it is now." })
  exchange!: Exchange;
}

@InputType({ description: "Which proposal to take back." })
export class WithdrawExchangeInput {
  @Field(() => ID, { description: "An exchange that one proposed oneself." })
  exchangeId!: string;
}

@ObjectType({ description: "What `withdrawExchange` answers." })
export class WithdrawExchangePayload {
  @Field(() => Exchange, { description: "The exchange as it is now." })
  exchange!: Exchange;
}

@InputType({ description: "Which exchange ends early; no reason is asked." })
export class EndExchangeInput {
  @Field(() => ID, { description: "An accepted exchange of one's own." })
  exchangeId!: string;
}

@ObjectType({ description: "What `endExchange` answers." })
export class EndExchangePayload {
  @Field(() => Exchange, { description: "The exchange as it is now." })
  exchange!: Exchange;
}

@InputType({ description: "Which exchange is done." })
export class CompleteExchangeInput {
  @Field(() => ID, { description: "An accepted exchange of one's own." })
  exchangeId!: string;
}

@ObjectType({ description: "What `completeExchange` answers." })
export class CompleteExchangePayload {
  @Field(() => Exchange, { description: "The exchange as it is now." })
  exchange!: Exchange;
}

const theExchange = { exchange: one(() => exchange, { id: "exchangeId" }, { seenWithParent: true }) } as const;
type Given = { exchangeId: ExchangeId };
export const proposeExchangePayload = payload<Given>()(ProposeExchangePayload, theExchange);
export const acceptExchangePayload = payload<Given>()(AcceptExchangePayload, theExchange);
export const declineExchangePayload = payload<Given>()(DeclineExchangePayload, theExchange);
export const withdrawExchangePayload = payload<Given>()(WithdrawExchangePayload, theExchange);
export const endExchangePayload = payload<Given>()(EndExchangePayload, theExchange);
export const completeExchangePayload = payload<Given>()(CompleteExchangePayload, theExchange);
