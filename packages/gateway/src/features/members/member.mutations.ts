import { isDeepStrictEqual } from "node:util";
import { revokeMemberTokensInput, updateProfileInput, upsertMemberInput } from "@kith/core/members/input";
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../platform/graphql/context.js";
import { type Read, Reads } from "../../platform/graphql/reads.js";
import { newPseudonym } from "../../platform/identity/pseudonym.js";
import { memberOf, serverOf } from "../../platform/writing/callers.js";
import { checkInput } from "../../platform/writing/check-input.js";
import { foundAt, idAt } from "../../platform/writing/settle.js";
import { write } from "../../platform/writing/write.js";
import type { Writing } from "../../platform/writing/writing.js";
import {
  RevokeMemberTokensInput,
  RevokeMemberTokensPayload,
  revokeMemberTokensPayload,
  UpdateProfileInput,
  UpdateProfilePayload,
  UpsertMemberInput,
  UpsertMemberPayload,
  updateProfilePayload,
  upsertMemberPayload,
} from "./member.input.js";
import { changeMember, insertMember, lockMember, type MemberRow } from "./member.store.js";

@Resolver()
export class MemberMutations {
  @Mutation(() => UpsertMemberPayload, {
    description: "For the partner's server: makes a member known, or changes what is known of them.",
  })
  async upsertMember(
    @Arg("input", () => UpsertMemberInput, { description: "The member." }) input: UpsertMemberInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { partnerId } = serverOf(context);
    const { externalId, ...said } = checkInput(upsertMemberInput, input);
    const ids = await write(context, info, input, async (w) => {
      const known = await lockMember(w.trx, partnerId, { externalId });
      if (known) return changeWhatDiffers(w, known, said);
      const id = w.newId("mbr");
      const made = { partnerId, id, externalId, pseudonym: newPseudonym(), createdAt: w.now };
      const memberId = await insertMember(w.trx, made, { ...said, updatedAt: w.now });
      w.happened(memberId === id ? "member.created" : "member.updated", memberId);
      w.identityChanged(memberId);
      return { memberId };
    });
    return read.payload(upsertMemberPayload, ids);
  }

  @Mutation(() => RevokeMemberTokensPayload, {
    description: "For the partner's server: from now on, tokens signed until this second are refused.",
  })
  async revokeMemberTokens(
    @Arg("input", () => RevokeMemberTokensInput, { description: "Whose tokens." }) input: RevokeMemberTokensInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { partnerId } = serverOf(context);
    const id = idAt("mbr", checkInput(revokeMemberTokensInput, input).memberId, "input.memberId");
    const ids = await write(context, info, input, async (w) => {
      const known = foundAt(await lockMember(w.trx, partnerId, { id }), "input.memberId");
      await changeMember(w.trx, known, { tokensNotBefore: w.now, updatedAt: w.now });
      w.identityChanged(id);
      w.happened("member.tokens-revoked", id);
      return { memberId: id };
    });
    return read.payload(revokeMemberTokensPayload, ids);
  }

  @Mutation(() => UpdateProfilePayload, { description: "For members: changes what one says about oneself." })
  async updateProfile(
    @Arg("input", () => UpdateProfileInput, { description: "What changes." }) input: UpdateProfileInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Reads() read: Read,
  ) {
    const { partnerId, memberId } = memberOf(context);
    const said = checkInput(updateProfileInput, input);
    const ids = await write(context, info, input, async (w) =>
      changeWhatDiffers(w, foundAt(await lockMember(w.trx, partnerId, { id: memberId }), "viewer"), said),
    );
    return read.payload(updateProfilePayload, ids);
  }
}

type Said = { readonly [C in keyof MemberRow]?: MemberRow[C] | undefined };
/** What gateways remember of a member between requests. */
const IDENTITY: readonly (keyof MemberRow)[] = ["ageBand", "state", "timeZone", "roles"];

/** Nothing happens where nothing differs, so that a server may send all its members every night. */
async function changeWhatDiffers(w: Writing, known: MemberRow, said: Said) {
  const changes = Object.fromEntries(
    Object.entries(said).filter(
      ([column, value]) => value !== undefined && !isDeepStrictEqual(value, known[column as keyof MemberRow]),
    ),
  );
  if (Object.keys(changes).length > 0) {
    await changeMember(w.trx, known, { ...changes, updatedAt: w.now });
    if (IDENTITY.some((column) => column in changes)) w.identityChanged(known.id);
    w.happened("member.updated", known.id);
  }
  return { memberId: known.id };
}
