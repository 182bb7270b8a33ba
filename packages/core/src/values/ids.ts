declare const prefixOf: unique symbol;

/**
 * The id of one kind of thing: its prefix, `_`, and 26 characters of lower-case Crockford base32 over a UUIDv7, such as
 * `mbr_01jdzq3v8e7g2b9x4c5n6p7r8s`. The text itself is what is stored and shown; the order of ids of one kind as
 * text (byte by byte) is the order of time. Only the gateway makes them.
 */
export type Id<P extends string> = string & { readonly [prefixOf]: P };

/** The prefix of each kind of thing that has an id in the API. */
export const ID_PREFIXES = {
  partner: "prt",
  member: "mbr",
  community: "com",
  supportOffer: "sof",
  exchange: "exc",
  pulseCheckIn: "chk",
} as const;
/** The prefix of a kind of thing that the API shows. */
export type IdPrefix = (typeof ID_PREFIXES)[keyof typeof ID_PREFIXES];

/** A partner, which is also the tenant and the issuer of its member tokens: `prt_…`. */
export type PartnerId = Id<"prt">;
/** A member: `mbr_…`. */
export type MemberId = Id<"mbr">;
/** A community: `com_…`. */
export type CommunityId = Id<"com">;
/** An offer of support: `sof_…`. */
export type SupportOfferId = Id<"sof">;
/** An exchange: `exc_…`. */
export type ExchangeId = Id<"exc">;
/** A check-in: `chk_…`. */
export type PulseCheckInId = Id<"chk">;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 26 characters hold 130 bits; an id has 128, so the first is at most 7. */
const BODY = "[0-7][0-9a-hjkmnp-tv-z]{25}";
const ID = new RegExp(`^([a-z]{3})_${BODY}$`);
const BODY_LENGTH = 26;

/**
 * Reads an id of any kind: three lower-case letters, `_`, 26 characters. Null for whatever is not exactly that: upper
 * case, white space around it, letters the alphabet leaves out (i, l, o, u), more than 128 bits.
 */
export function parseId(text: string): { readonly prefix: string; readonly id: Id<string> } | null {
  const prefix = ID.exec(text)?.[1];
  return prefix === undefined ? null : { prefix, id: text as Id<string> };
}

/** Whether the text is a well-formed id with this prefix. Says nothing of whether such a thing exists. */
export function isId<P extends string>(prefix: P, text: string): text is Id<P> {
  return parseId(text)?.prefix === prefix;
}

/**
 * The id for the 16 bytes of a UUIDv7, most significant byte first.
 * @throws RangeError unless there are exactly 16 bytes.
 */
export function encodeId<P extends string>(prefix: P, bytes: Uint8Array): Id<P> {
  if (bytes.length !== 16) throw new RangeError("An id is made of 16 bytes.");
  let text = `${prefix}_`;
  // Two leading zero bits fill the 128 up to 26 characters of 5.
  let held = 2;
  let bits = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 5) {
      held -= 5;
      text += ALPHABET[bits >>> held];
      bits &= (1 << held) - 1;
    }
  }
  return text as Id<P>;
}

/** When the id was made, to the millisecond: the first 48 bits of its UUIDv7. */
export function idTime(id: Id<string>): Date {
  let time = 0;
  // Ten characters hold exactly the two filling bits and those 48.
  for (const character of id.slice(-BODY_LENGTH, -BODY_LENGTH + 10)) time = time * 32 + ALPHABET.indexOf(character);
  return new Date(time);
}
