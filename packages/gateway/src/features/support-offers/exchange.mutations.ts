import { acceptExchange, transitionExchange } from "@kith/core/support-offers";
import {
  acceptExchangeInput,
  completeExchangeInput,
  declineExchangeInput,
  endExchangeInput,
  proposeExchangeInput,
  withdrawExchangeInput,
} from "@kith/core/support-offers/input";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { memberOf } from "../../platform/writing/callers.js";
import { checkInput } from "../../platform/writing/check-input.js";
import { foundAt, idAt } from "../../platform/writing/settle.js";
import { write } from "../../platform/writing/write.js";
import { holdMembers } from "../members/index.js";
import { changeOwnExchange } from "./change-own-exchange.js";
import {
  AcceptExchangeInput,
  AcceptExchangePayload,
  acceptExchangePayload,
  CompleteExchangeInput,
  CompleteExchangePayload,
  completeExchangePayload,
  DeclineExchangeInput,
  DeclineExchangePayload,
  declineExchangePayload,
  EndExchangeInput,
  EndExchangePayload,
  endExchangePayload,
  ProposeExchangeInput,
  ProposeExchangePayload,
  proposeExchangePayload,
  WithdrawExchangeInput,
  WithdrawExchangePayload,
  withdrawExchangePayload,
} from "./exchange.input.js";
import { propose } from "./propose.js";

@Resolver()
export class ExchangeMutations {
  @Mutation(() => ProposeExchangePayload, {
    description: "For members: asks for an offer, or as its author proposes it to someone. Lapses after 14 days.",
  })
  async proposeExchange(
    @Arg("input", () => ProposeExchangeInput, { description: "What, to whom." }) input: ProposeExchangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const viewer = memberOf(context);
    const { supportOfferId, recipientId } = checkInput(proposeExchangeInput, input);
    const offerId = idAt("sof", supportOfferId, "input.supportOfferId");
    const ids = await write(context, info, input, (w) => propose(w, viewer, offerId, recipientId));
    return read.payload(proposeExchangePayload, ids);
  }

  @Mutation(() => AcceptExchangePayload, {
    description: "For the side that did not propose: says yes, which takes one of the offer's seats.",
  })
  async acceptExchange(
    @Arg("input", () => AcceptExchangeInput, { description: "Which." }) input: AcceptExchangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { partnerId, matchingDial } = memberOf(context);
    checkInput(acceptExchangeInput, input);
    const ids = await changeOwnExchange(context, info, input, "exchange.accepted", async (exchange, offer, by, trx) => {
      const sides = await holdMembers(trx, partnerId, [exchange.supporterId, exchange.recipientId]);
      const supporter = foundAt(sides.get(exchange.supporterId), "input.exchangeId");
      const recipient = foundAt(sides.get(exchange.recipientId), "input.exchangeId");
      return acceptExchange({ exchange, offer, supporter, recipient, matchingDial, ...by });
    });
    return read.payload(acceptExchangePayload, ids);
  }

  @Mutation(() => DeclineExchangePayload, { description: "For the side that did not propose: says no." })
  async declineExchange(
    @Arg("input", () => DeclineExchangeInput, { description: "Which." }) input: DeclineExchangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    checkInput(declineExchangeInput, input);
    const ids = await changeOwnExchange(context, info, input, "exchange.declined", (exchange, _offer, by) =>
      transitionExchange(exchange, "DECLINE", by),
    );
    return read.payload(declineExchangePayload, ids);
  }

  @Mutation(() => WithdrawExchangePayload, { description: "For the side that proposed: takes it back." })
  async withdrawExchange(
    @Arg("input", () => WithdrawExchangeInput, { description: "Which." }) input: WithdrawExchangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    checkInput(withdrawExchangeInput, input);
    const ids = await changeOwnExchange(context, info, input, "exchange.withdrawn", (exchange, _offer, by) =>
      transitionExchange(exchange, "WITHDRAW", by),
    );
    return read.payload(withdrawExchangePayload, ids);
  }

  @Mutation(() => EndExchangePayload, {
    description: "For either side: ends an accepted exchange early, without a reason. Its seat is free again.",
  })
  async endExchange(
    @Arg("input", () => EndExchangeInput, { description: "Which." }) input: EndExchangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    checkInput(endExchangeInput, input);
    const ids = await changeOwnExchange(context, info, input, "exchange.ended", (exchange, _offer, by) =>
      transitionExchange(exchange, "END", by),
    );
    return read.payload(endExchangePayload, ids);
  }

  @Mutation(() => CompleteExchangePayload, {
    description: "For either side: says that an accepted exchange is done. Its seat is free again.",
  })
  async completeExchange(
    @Arg("input", () => CompleteExchangeInput, { description: "Which." }) input: CompleteExchangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    checkInput(completeExchangeInput, input);
    const ids = await changeOwnExchange(context, info, input, "exchange.completed", (exchange, _offer, by) =>
      transitionExchange(exchange, "COMPLETE", by),
    );
    return read.payload(completeExchangePayload, ids);
  }
}
