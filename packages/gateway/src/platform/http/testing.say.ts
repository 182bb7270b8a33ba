import { connect } from "node:net";

/** Text to send, milliseconds to wait, or that nothing more will be sent. */
export type Said = string | Buffer | number | typeof NO_MORE;
export const NO_MORE = Symbol("no more");

/** Says exactly this to a gateway, and waits for all it says before it hangs up. */
export function sayTo(url: string, ...parts: readonly Said[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1", allowHalfOpen: true });
    let heard = "";
    socket.on("data", (data) => (heard += data)).on("end", () => socket.end());
    socket.on("close", () => resolve(heard));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "EPIPE" || error.code === "ECONNRESET" ? undefined : reject(error),
    );
    void (async () => {
      for (const part of parts) {
        if (part === NO_MORE) socket.end();
        else if (typeof part === "number") await new Promise((next) => setTimeout(next, part));
        else socket.write(part);
      }
    })();
  });
}
