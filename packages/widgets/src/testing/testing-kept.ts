import type { Page } from "playwright-core";

interface Raw {
  /** Where each thing stands: what it is, whose, which. */
  readonly places: string[][];
  /** All bytes and texts of the database, as far as a script can read them. */
  readonly text: string;
  /** Whether each key may be read out. */
  readonly extractable: boolean[];
}

/** Reads what the page has kept on the device, as a stranger with a script would. */
export function rawKept(page: Page): Promise<Raw> {
  return page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const places: string[][] = [];
    const extractable: boolean[] = [];
    let text = JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
        keys.forEach((place, index) => {
          const value: unknown = values[index];
          places.push(place as string[]);
          text += JSON.stringify(place);
          if (value instanceof CryptoKey) extractable.push(value.extractable);
          for (const part of Object.values(Object(value))) {
            const bytes = part instanceof ArrayBuffer || ArrayBuffer.isView(part);
            text += bytes ? new TextDecoder("latin1").decode(part as BufferSource) : JSON.stringify(part);
          }
        });
      }
      database.close();
    }
    return { places, text, extractable };
  });
}

/** What kinds of things are kept, without the keys to them. */
export async function kindsKept(page: Page): Promise<string[]> {
  return (await rawKept(page)).places.map(([kind = ""]) => kind).filter((kind) => kind !== "key");
}

interface HeldSealing {
  /** Waits until something is about to be sealed. */
  begun(): Promise<unknown>;
  release(): Promise<void>;
}

/** Holds back what is about to be kept, between being read and being written, as a slow device would. */
export async function holdSealing(page: Page): Promise<HeldSealing> {
  const held = await page.evaluateHandle(() => {
    const seal = crypto.subtle.encrypt.bind(crypto.subtle);
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const begun = new Promise<void>((resolve) => {
      crypto.subtle.encrypt = async (...given) => {
        resolve();
        await released;
        return seal(...given);
      };
    });
    return { begun, release };
  });
  return {
    begun: () => held.evaluate(({ begun }) => begun),
    release: () => held.evaluate(({ release }) => release()),
  };
}
