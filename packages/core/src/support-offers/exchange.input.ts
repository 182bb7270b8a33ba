import { type InferOutput, nullish, object } from "valibot";
import { idText, reasonOr } from "../values/index.js";

const notAnInput = reasonOr("WRONG_TYPE");

/** What is proposed. `recipientId` only by the offer's author; anyone else asks for themselves and leaves it out. */
export const proposeExchangeInput = object(
  { supportOfferId: idText(), recipientId: nullish(idText(), null) },
  notAnInput,
);
/** What `proposeExchangeInput` gives once it took the input. */
export type ProposeExchangeInput = InferOutput<typeof proposeExchangeInput>;

/** Which exchange to say yes to. */
export const acceptExchangeInput = object({ exchangeId: idText() }, notAnInput);
/** What `acceptExchangeInput` gives once it took the input. */
export type AcceptExchangeInput = InferOutput<typeof acceptExchangeInput>;

/** Which exchange to say no to. */
export const declineExchangeInput = object({ exchangeId: idText() }, notAnInput);
/** What `declineExchangeInput` gives once it took the input. */
export type DeclineExchangeInput = InferOutput<typeof declineExchangeInput>;

/** Which proposal to take back. */
export const withdrawExchangeInput = object({ exchangeId: idText() }, notAnInput);
/** What `withdrawExchangeInput` gives once it took the input. */
export type WithdrawExchangeInput = InferOutput<typeof withdrawExchangeInput>;

/** Which exchange ends early; no reason is asked. */
export const endExchangeInput = object({ exchangeId: idText() }, notAnInput);
/** What `endExchangeInput` gives once it took the input. */
export type EndExchangeInput = InferOutput<typeof endExchangeInput>;

/** Which exchange is done. */
export const completeExchangeInput = object({ exchangeId: idText() }, notAnInput);
/** What `completeExchangeInput` gives once it took the input. */
export type CompleteExchangeInput = InferOutput<typeof completeExchangeInput>;
