import { expectTypeOf } from "vitest";
import { type CommunityId, encodeId, type Id, idTime, isId, type MemberId, type PartnerId, parseId } from "./ids.js";

declare const memberId: MemberId;
declare const text: string;

// An id is text wherever text is asked for.
expectTypeOf(memberId).toExtend<string>();
expectTypeOf<MemberId>().toEqualTypeOf<Id<"mbr">>();

// @ts-expect-error Text is no id until it was read as one.
export const unread: MemberId = text;
// @ts-expect-error Text that looks like one is none either.
export const written: MemberId = "mbr_01jdzq3v8e7g2b9x4c5n6p7r8s";
// @ts-expect-error The id of one kind is not the id of another.
export const swapped: CommunityId = memberId;
// @ts-expect-error An id of any kind is not the id of one kind.
export const widened: MemberId = parseId(text)!.id;
// @ts-expect-error Only an id tells when it was made.
idTime(text);

if (isId("mbr", text)) expectTypeOf(text).toEqualTypeOf<MemberId>();
else expectTypeOf(text).toEqualTypeOf<string>();
expectTypeOf(encodeId("prt", new Uint8Array(16))).toEqualTypeOf<PartnerId>();
expectTypeOf(parseId(text)).toEqualTypeOf<{ readonly prefix: string; readonly id: Id<string> } | null>();
expectTypeOf(memberId).toExtend<Id<string>>();
