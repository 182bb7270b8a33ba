import { setTimeout as wait } from "node:timers/promises";
import { type Case, countOf } from "../figures.ts";
import { openHome } from "../home.ts";
import { peopleAt, write } from "../people.ts";

const AT_ONCE = 600;

export const fillQueues: Case = {
  name: "Queues filled",
  what: `${AT_ONCE} writes at the same moment on a pool of two, while a lock holds all for 300 ms`,
  nought: ["lost", "duplicated", "failed"],
  async run() {
    const home = await openHome();
    try {
      const gateway = await home.serve({ KITH_POOL_SIZE: "2" });
      const people = peopleAt(home, 40, { urls: [gateway.url], retries: 0 });
      await Promise.all(people.map((person) => write(person)));
      const before = await gateway.memory();
      const letGo = await home.hold("begin; lock table support_offer in access exclusive mode");
      const asked = Promise.all(
        Array.from({ length: AT_ONCE }, (_, n) => write(people[n % people.length] as (typeof people)[number])),
      );
      await wait(300);
      await letGo();
      const attempts = await asked;
      const { outcomes, longest, ...counted } = countOf(attempts, ["UNAVAILABLE"]);
      const compared = await home.compare(attempts);
      const memory = `${before} to ${await gateway.memory()} MB`;
      return { ...counted, ...compared, note: `${outcomes}; longest ${longest} ms; ${memory}` };
    } finally {
      await home.close();
    }
  },
};
