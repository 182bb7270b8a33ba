import { createStore, del, delMany, entries, get, set, update } from "idb-keyval";
import { open, type Sealed, seal } from "./seal.js";

/** What may be kept: check-ins that could not be sent yet, and what is not finished. */
export type Shelf = "check-in" | "draft";

type Place = [kind: "key" | Shelf, owner: string, id: string];

interface Kept extends Sealed {
  /** As of Date.now(); after that it is forgotten. */
  readonly until: number;
}

const store = createStore("kith", "kept");
/** Browsers have been seen never to answer at all. */
const PATIENCE = 3_000;

/**
 * Keeps a value on this device for one member, encrypted with a key of that member's that no script can read out.
 * Rejects where the device has no room or allows no keeping.
 */
export function keep(subject: string, shelf: Shelf, id: string, value: unknown, until: number): Promise<void> {
  return inTurn(async () => {
    const owner = await ownerOf(subject);
    const place: Place = [shelf, owner, id];
    const sealed = await seal(await keyOf(owner), value, contextOf(place, until));
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
    const key = all.find(([[kind, whose]]) => kind === "key" && whose === owner)?.[1];
    for (const [place, sealed] of all) {
      if (place[0] !== shelf || place[1] !== owner || spent.includes(place)) continue;
      try {
        if (!key) throw new Error("The key is gone.");
        const value = (await open(key, sealed, contextOf(place, sealed.until))) as Value;
        found.push({ id: place[2], value, until: sealed.until });
      } catch {
        // Nobody will ever read it again.
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

/** Forgets all that is kept for this member, the key too; where it is not known who it is, for everybody. */
export function forgetMember(subject: string | null): Promise<void> {
  return inTurn(async () => {
    const owner = subject === null ? null : await ownerOf(subject);
    const all = await entries<Place, unknown>(store);
    const theirs = all.map(([place]) => place).filter(([, whose]) => owner === null || whose === owner);
    await delMany(theirs, store);
  });
}

/** A name for a member that says nothing to whoever looks into the browser's storage. */
async function ownerOf(subject: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`kith ${subject}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 18)));
}

async function keyOf(owner: string): Promise<CryptoKey> {
  const place = ["key", owner, ""];
  const held = await get<CryptoKey>(place, store);
  if (held) return held;
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Another tab may make one at the same time: the first counts.
  await update<CryptoKey>(place, (first) => first ?? fresh, store);
  return (await get<CryptoKey>(place, store)) ?? fresh;
}

function contextOf(place: Place, until: number): string {
  return JSON.stringify([...place, until]);
}

let last: Promise<unknown> = Promise.resolve();
/** When it did not answer, nobody waits for it again for a while; as of Date.now(). */
let silentUntil = 0;

/** One after the other, so that nothing is kept behind the back of what forgets; each for a short time at most. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const limited = async () => {
    if (Date.now() < silentUntil) throw new Error("The device's storage did not answer.");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        silentUntil = Date.now() + 10 * PATIENCE;
        reject(new Error("The device's storage does not answer."));
      }, PATIENCE);
    });
    return Promise.race([work(), tooLate]).finally(() => clearTimeout(timer));
  };
  const result = last.then(limited, limited);
  last = result;
  return result;
}
