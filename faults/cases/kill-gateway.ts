import { setTimeout as wait } from "node:timers/promises";
import { type Case, countOf } from "../figures.ts";
import { openHome } from "../home.ts";
import { peopleAt, startLoad } from "../people.ts";
import { freePort } from "../proxy.ts";

const KILLS = 4;

export const killGateway: Case = {
  name: "A gateway of two killed",
  what: "SIGKILL of one, then of the other, four times under the SDK's own retries, which go to either",
  nought: ["lost", "duplicated", "failed"],
  async run() {
    const home = await openHome();
    try {
      const ports = [await freePort(), await freePort()];
      const serve = (n: number) => home.serve({ PORT: String(ports[n]) });
      const gateways = [await serve(0), await serve(1)];
      const urls = gateways.map(({ url }) => url);
      const load = startLoad(peopleAt(home, 12, { urls, retries: 6 }));
      let exits = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        await load.succeed(120);
        const n = kill % 2;
        if ((await gateways[n]?.end("SIGKILL")) === null) exits++;
        await wait(300);
        gateways[n] = await serve(n);
      }
      await load.succeed(120);
      await load.stop();
      const { outcomes, longest, ...counted } = countOf(load.attempts);
      return {
        ...counted,
        ...(await home.compare(load.attempts)),
        note: `${exits} kills; ${outcomes}; longest ${longest} ms`,
      };
    } finally {
      await home.close();
    }
  },
};
