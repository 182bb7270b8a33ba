import { connect, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type Case, countOf } from "../figures.ts";
import { openHome } from "../home.ts";
import { peopleAt, startLoad } from "../people.ts";

const IDLE = 300;
const TRICKLING = 100;
const HELD_MS = 13_000;

export const slowConnections: Case = {
  name: "Idle and slow connections",
  what: `${IDLE} connections that say nothing, ${TRICKLING} that send a header a byte a second, ${TRICKLING} a body; ordinary people beside them`,
  nought: ["lost", "duplicated", "failed", "slow"],
  async run() {
    const home = await openHome();
    const sockets: Socket[] = [];
    try {
      const gateway = await home.serve();
      let cut = 0;
      const open = (says: string) => {
        const socket = connect(gateway.port, "127.0.0.1");
        socket.on("error", () => undefined).on("data", () => undefined);
        socket.on("close", () => cut++);
        socket.write(says);
        sockets.push(socket);
        return socket;
      };
      for (let n = 0; n < IDLE; n++) open("");
      const head = "POST /graphql HTTP/1.1\r\nhost: kith\r\ncontent-type: application/json\r\n";
      const trickling = Array.from({ length: TRICKLING }, () => open("GET / HTTP/1.1\r\nx-slow: "));
      const body = `authorization: Bearer ${home.publishableKey}\r\ncontent-length: 1000\r\n\r\n{`;
      trickling.push(...Array.from({ length: TRICKLING }, () => open(head + body)));
      const timer = setInterval(() => {
        for (const socket of trickling) if (socket.writable) socket.write("a");
      }, 1000);
      const load = startLoad(peopleAt(home, 8, { urls: [gateway.url], retries: 0 }));
      await wait(HELD_MS);
      await load.stop();
      clearInterval(timer);
      const { outcomes, longest, ...counted } = countOf(load.attempts);
      const compared = await home.compare(load.attempts);
      // Whoever took too long over a request is gone by now; who only listens costs nothing and may stay.
      const stayed = trickling.filter((socket) => !socket.destroyed).length;
      const failed = counted.failed + stayed;
      const note = `${outcomes}; longest ${longest} ms; ${cut} of ${sockets.length} cut, ${stayed} of the trickling left`;
      return { ...counted, ...compared, failed, note };
    } finally {
      for (const socket of sockets) socket.destroy();
      await home.close();
    }
  },
};
