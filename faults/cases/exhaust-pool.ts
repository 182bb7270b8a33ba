import { setTimeout as wait } from "node:timers/promises";
import { type Case, countOf } from "../figures.ts";
import { openHome } from "../home.ts";
import { type Attempt, peopleAt, read, write } from "../people.ts";

const POOL = 4;
const HELD_MS = 4000;

export const exhaustPool: Case = {
  name: "Pool exhausted",
  what: "every connection held by a statement that waits for a lock for four seconds; everyone else goes on asking",
  nought: ["lost", "duplicated", "failed", "slow"],
  async run() {
    const home = await openHome();
    try {
      const gateway = await home.serve({ KITH_POOL_SIZE: String(POOL), KITH_STATEMENT_TIMEOUT_MS: "20000" });
      const people = peopleAt(home, 40, { urls: [gateway.url], retries: 0 });
      await Promise.all(people.map(read));
      const [holders, rest] = [people.slice(0, POOL), people.slice(POOL)];
      const letGo = await home.hold("begin; lock table support_offer in access exclusive mode");
      const held = Promise.all(holders.map((person) => write(person)));
      await wait(200);
      const until = performance.now() + HELD_MS;
      const attempts: Attempt[] = [];
      const clients = rest.map(async (person) => {
        while (performance.now() < until) {
          attempts.push(await read(person));
          await wait(100);
        }
      });
      await Promise.all([...clients, wait(HELD_MS)]);
      await letGo();
      // Those who held it have what they asked for. With that a connection is back, and everyone is served.
      const after = [await held, await Promise.all(people.map(read))];
      const { outcomes, longest, median, ...counted } = countOf(attempts, ["UNAVAILABLE"]);
      const recovered = countOf(after.flat());
      const compared = await home.compare(after.flat());
      const failed = counted.failed + recovered.failed;
      return {
        ...counted,
        ...compared,
        failed,
        note: `${outcomes}; half within ${median} ms, longest ${longest} ms; then all served`,
      };
    } finally {
      await home.close();
    }
  },
};
