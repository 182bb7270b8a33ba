import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that can die as networks do: without a word. */
export interface Line {
  /** The same address by this way. */
  readonly url: string;
  /** Nothing passes any more on the connections there are, and nobody is told. New ones are good. */
  die(): void;
  close(): Promise<void>;
}

export async function lineTo(serverUrl: string): Promise<Line> {
  const target = new URL(serverUrl);
  const ends = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on("data", (data) => void other.write(data));
      one.on("end", () => other.end()).on("error", () => other.destroy());
      one.on("close", () => ends.delete(one));
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(serverUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    die() {
      for (const end of ends) end.removeAllListeners("data").removeAllListeners("end").resume();
    },
    async close() {
      for (const end of ends) end.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
