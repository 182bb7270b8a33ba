import { type Client, createClient } from "graphql-ws";

export interface KithAddress {
  /** Where the gateway is: `https://kith.example`. */
  endpoint: string;
  /** Asks your own server for the member's token. */
  getToken(): Promise<string>;
}

/** A minute before a token of fifteen minutes ends. */
const RENEW_AFTER = 14 * 60_000;

/** A socket for live updates as the signed-in member; connected while something is subscribed to. */
export function kithSocket({ endpoint, getToken }: KithAddress, renewAfter = RENEW_AFTER): Client {
  const url = new URL("/graphql", endpoint);
  url.protocol = url.protocol.replace("http", "ws");
  let timer: ReturnType<typeof setTimeout>;
  const socket = createClient({
    url: url.href,
    connectionParams: async () => ({ authorization: `Bearer ${await getToken()}` }),
    // A lost line, a gateway that restarts: come back, with waits that grow, for as long as the page is open.
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    on: {
      // The socket lives as long as its token. Made anew in time, nobody notices.
      connected: () => {
        timer = setTimeout(() => socket.terminate(), renewAfter);
      },
      closed: () => clearTimeout(timer),
    },
  });
  return socket;
}
