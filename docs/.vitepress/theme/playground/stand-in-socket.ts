/** What each subscription brings beside its cursor. */
const BRINGS = { exchangeChanged: "exchange", supportOfferChanged: "supportOffer" } as const;

/** Answers live updates to `host` in this page: each begins, and nobody else is there to change anything. Gives what ends it. */
export function standInForSockets(host: string): () => void {
  const real = window.WebSocket;
  window.WebSocket = new Proxy(real, {
    construct: (target, [address, protocols]: [string | URL, string[]?]) =>
      new URL(address, location.href).host === host ? new StandInSocket() : new target(address, protocols),
  });
  return () => {
    window.WebSocket = real;
  };
}

/** As much of a WebSocket as a client of graphql-transport-ws touches. */
class StandInSocket {
  readonly protocol = "graphql-transport-ws";
  readyState: number = WebSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    setTimeout(() => {
      this.readyState = WebSocket.OPEN;
      this.onopen?.();
    });
  }

  send(text: string): void {
    const { type, id, payload } = JSON.parse(text) as { type: string; id?: string; payload?: { query?: string } };
    if (type === "connection_init") this.#say({ type: "connection_ack" });
    if (type === "ping") this.#say({ type: "pong" });
    const [field, thing] = Object.entries(BRINGS).find(([name]) => payload?.query?.includes(name)) ?? [];
    if (type !== "subscribe" || !field || !thing) return;
    const first = { cursor: "playground", mayHaveMissed: false, [thing]: null };
    this.#say({ type: "next", id, payload: { data: { [field]: first } } });
  }

  close(code = 1000, reason = ""): void {
    this.readyState = WebSocket.CLOSED;
    setTimeout(() => this.onclose?.(new CloseEvent("close", { code, reason, wasClean: true })));
  }

  #say(message: object): void {
    setTimeout(() => this.onmessage?.({ data: JSON.stringify(message) }));
  }
}
