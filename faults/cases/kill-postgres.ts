import { setTimeout as wait } from "node:timers/promises";
import { type Case, countOf } from "../figures.ts";
import { ready } from "../gateway.ts";
import { openHome } from "../home.ts";
import { type Attempt, peopleAt, startLoad, write } from "../people.ts";

const ROUNDS = 3;

export const killPostgres: Case = {
  name: "PostgreSQL killed",
  what: "SIGKILL under writes and reads, started again after a second, three times; clients do not retry",
  nought: ["lost", "duplicated", "failed"],
  async run() {
    const home = await openHome();
    try {
      const gateway = await home.serve();
      const people = peopleAt(home, 12, { urls: [gateway.url], retries: 0 });
      const load = startLoad(people);
      for (let round = 0; round < ROUNDS; round++) {
        await load.succeed(100);
        await home.killDatabase();
        await wait(1000);
        await home.startDatabase();
        await ready(gateway);
      }
      await load.succeed(100);
      await load.stop();
      const { outcomes, ...counted } = countOf(load.attempts, ["UNAVAILABLE"]);
      // What was told UNAVAILABLE may have happened or not; sent again under its key it has happened once.
      const open = load.attempts.filter(({ kind, outcome }) => kind === "WRITE" && outcome !== "OK");
      const again: Attempt[] = [];
      for (const { person, key } of open) again.push(await write(person, key));
      const compared = await home.compare([...load.attempts, ...again]);
      const failed = counted.failed + countOf(again).failed;
      return { ...counted, ...compared, failed, note: `${outcomes}; ${again.length} writes sent again` };
    } finally {
      await home.close();
    }
  },
};
