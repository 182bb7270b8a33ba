import { type Case, countOf } from "../figures.ts";
import { openHome } from "../home.ts";
import { peopleAt, startLoad } from "../people.ts";
import { freePort, startProxy } from "../proxy.ts";

const ROUNDS = 2;

export const rollingRestart: Case = {
  name: "Rolling restart",
  what: "SIGTERM to each of two gateways in turn behind a health-checking proxy, twice; nobody retries",
  nought: ["lost", "duplicated", "failed"],
  async run() {
    const home = await openHome();
    const ports = [await freePort(), await freePort()];
    // Longer than the proxy needs to notice.
    const serve = (n: number) => home.serve({ PORT: String(ports[n]), KITH_SHUTDOWN_DELAY_MS: "1500" });
    const gateways = await Promise.all([serve(0), serve(1)]);
    const proxy = await startProxy(ports);
    try {
      await proxy.allUp();
      const load = startLoad(peopleAt(home, 12, { urls: [proxy.url], retries: 0 }));
      const codes: (number | null)[] = [];
      for (let turn = 0; turn < 2 * ROUNDS; turn++) {
        await load.succeed(120);
        const n = turn % 2;
        codes.push((await gateways[n]?.end("SIGTERM")) ?? null);
        gateways[n] = await serve(n);
        await proxy.allUp();
      }
      await load.succeed(120);
      await load.stop();
      const { outcomes, ...counted } = countOf(load.attempts);
      const failed = counted.failed + codes.filter((code) => code !== 0).length;
      const note = `${codes.length} restarts behind ${proxy.name}; ${outcomes}`;
      return { ...counted, ...(await home.compare(load.attempts)), failed, note };
    } finally {
      await proxy.stop();
      await home.close();
    }
  },
};
