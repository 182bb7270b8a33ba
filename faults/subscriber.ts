import { connect, type Socket } from "node:net";

const OFFERS = "subscription { supportOfferChanged { supportOffer { id title description } } }";
const init = (token: string) => ({ type: "connection_init", payload: { authorization: `Bearer ${token}` } });
const subscribe = (id: string) => ({ id, type: "subscribe", payload: { query: OFFERS } });

export interface Subscriber {
  /** How often each offer came, by title. */
  readonly got: Map<string, number>;
  readonly closed: () => boolean;
  close(): void;
}

/** One socket with one subscription to offers, ready once the gateway says that nothing is missed from here on. */
export function openSubscriber(url: string, token: string): Promise<Subscriber> {
  const socket = new WebSocket(url.replace("http", "ws"), "graphql-transport-ws");
  const got = new Map<string, number>();
  let closed = false;
  return new Promise((resolve, reject) => {
    socket.onopen = () => socket.send(JSON.stringify(init(token)));
    socket.onclose = ({ code }) => {
      closed = true;
      reject(new Error(`The socket was closed with ${code}.`));
    };
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data));
      if (message.type === "connection_ack") socket.send(JSON.stringify(subscribe("1")));
      if (message.type === "ping") socket.send('{"type":"pong"}');
      if (message.type === "error") reject(new Error(JSON.stringify(message.payload)));
      if (message.type !== "next") return;
      const offer = message.payload.data?.supportOfferChanged?.supportOffer;
      if (!offer) resolve({ got, closed: () => closed, close: () => socket.close() });
      else got.set(offer.title, (got.get(offer.title) ?? 0) + 1);
    };
  });
}

/** One that subscribes as often as it may and then reads nothing more. */
export function openDeafSubscriber(port: number, token: string, subscriptions: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    "GET /graphql HTTP/1.1\r\nhost: kith\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-protocol: graphql-transport-ws\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
  );
  return new Promise((resolve) => {
    let heard = "";
    socket.on("data", (data) => {
      heard += data.toString("latin1");
      if (heard.includes("101 Switching") && !heard.includes("connection_ack")) socket.write(frame(init(token)));
      if (!heard.includes("connection_ack")) return;
      socket.removeAllListeners("data");
      for (let n = 0; n < subscriptions; n++) socket.write(frame(subscribe(String(n))));
      socket.pause();
      resolve(socket);
    });
  });
}

/** A whole text message, masked with nought as a client's must be masked with something. */
function frame(message: object): Buffer {
  const text = Buffer.from(JSON.stringify(message));
  const length = text.length < 126 ? [0x80 | text.length] : [0x80 | 126, text.length >> 8, text.length & 255];
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), text]);
}
