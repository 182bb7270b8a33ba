import { createStore, del, delMany, entries, get, promisifyRequest, set, update } from "idb-keyval";
import { forgetting } from "../session/session.js";
import { open, type Sealed, seal } from "./seal.js";

/** What may be kept: check-ins that could not be sent yet, and what is not finished. */
export type Shelf = "check-in" | "draft";

const KINDS = ["key", "check-in", "draft"] as const satisfies readonly ("key" | Shelf)[];

type Place = [kind: (typeof KINDS)[number], owner: string, id: string];

interface Kept extends Sealed {
  /** As of Date.now(); after that it is forgotten. */
  readonly until: number;
}

const store = createStore("kith", "kept");
/** Browsers have been seen never to answer at all. */
const PATIENCE = 3_000;

/** Keeps this in place of what was there, until then, as of Date.now(). */
export type Keep = (shelf: Shelf, id: string, value: unknown, until: number) => Promise<void>;

/**
 * What keeps values on this device for the member who is signed in, encrypted with a key of theirs that no script can
 * read out. It rejects where the device has no room or allows no keeping, and once they, or anybody, signed out.
 */
export function keeperFor(subject: string): Keep {
  const { times } = forgetting;
  const expectHere = () => {
    if (times !== forgetting.times) throw new Error("Signed out.");
  };
  return (shelf, id, value, until) =>
    inTurn(async () => {
      expectHere();
      const owner = await ownerOf(subject);
      const place: Place = [shelf, owner, id];
      const sealed = await seal(await keyOf(owner), value, contextOf(place, until));
      // A device may have been so slow that others no longer waited for this.
      expectHere();
      await set(place, { ...sealed, until } satisfies Kept, store);
    });
}

/** What is kept for this member, the first kept first; whatever is too old, anybody's, is forgotten. */
export function kept<Value>(subject: string, shelf: Shelf): Promise<{ readonly id: string; readonly value: Value }[]> {
  return inTurn(async () => {
    const owner = await ownerOf(subject);
    const all = await entries<Place, CryptoKey & Kept>(store);
    const found: { id: string; value: Value; until: number }[] = [];
    const spent: Place[] = all.filter(([[kind], { until }]) => kind !== "key" && until < Date.now()).map(([at]) => at);
    const key = await get<CryptoKey>(keyPlace(owner), store);
    for (const [place, sealed] of all) {
      if (place[0] !== shelf || place[1] !== owner || spent.includes(place)) continue;
      try {
        const value = (await open(key as CryptoKey, sealed, contextOf(place, sealed.until))) as Value;
        found.push({ id: place[2], value, until: sealed.until });
      } catch {
        // Its key is gone or another: nobody will ever read it again.
        spent.push(place);
      }
    }
    if (spent.length) await delMany(spent, store);
    return found.toSorted((a, b) => a.until - b.until);
  });
}

export function forget(subject: string, shelf: Shelf, id: string): Promise<void> {
  return inTurn(async () => del([shelf, await ownerOf(subject), id], store));
}

forgetting.now = () => inTurn(async () => {});

async function forgetWaiting(): Promise<void> {
  for (const subject of forgetting.waiting) {
    await forgetMember(subject);
    forgetting.waiting.delete(subject);
  }
}

/** All that is kept for this member, the key too; where it is not known who it is, for everybody. In one step. */
async function forgetMember(subject: string | null): Promise<void> {
  const owner = subject === null ? null : await ownerOf(subject);
  await store("readwrite", (all) => {
    if (owner === null) all.clear();
    else for (const kind of KINDS) all.delete(IDBKeyRange.bound([kind, owner], [kind, owner, []]));
    return promisifyRequest(all.transaction);
  });
}

/** A name for a member that says nothing to whoever looks into the browser's storage. */
async function ownerOf(subject: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`kith ${subject}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 18)));
}

async function keyOf(owner: string): Promise<CryptoKey> {
  const place = keyPlace(owner);
  const held = await get<CryptoKey>(place, store);
  if (held) return held;
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Another tab may make one at the same time: the first counts.
  await update<CryptoKey>(place, (first) => first ?? fresh, store);
  return (await get<CryptoKey>(place, store)) ?? fresh;
}

function keyPlace(owner: string): Place {
  return ["key", owner, ""];
}

function contextOf(place: Place, until: number): string {
  return JSON.stringify([...place, until]);
}

let last: Promise<unknown> = Promise.resolve();
/** When it did not answer, nobody waits for it again for a while; as of Date.now(). */
let silentUntil = 0;

/** One after the other, whoever signed out forgotten first; each for a short time at most. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const limited = async () => {
    if (Date.now() < silentUntil && !forgetting.waiting.size) throw new Error("The device's storage is silent.");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        silentUntil = Date.now() + 10 * PATIENCE;
        reject(new Error("The device's storage is silent."));
      }, PATIENCE);
    });
    return Promise.race([forgetWaiting().then(work), tooLate]).finally(() => clearTimeout(timer));
  };
  const result = last.then(limited, limited);
  last = result;
  return result;
}
