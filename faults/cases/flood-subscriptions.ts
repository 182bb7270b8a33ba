import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type Case, countOf } from "../figures.ts";
import { openHome } from "../home.ts";
import { peopleAt, read, write } from "../people.ts";
import { openDeafSubscriber, openSubscriber, type Subscriber } from "../subscriber.ts";

const SOCKETS = 300;
const DEAF = 30;
const DEAF_SUBSCRIPTIONS = 10;
const OFFERS = 60;
const MOST_MB = 600;

export const floodSubscriptions: Case = {
  name: "Subscriptions flooded",
  what: `${OFFERS} offers made one after the other before ${SOCKETS} sockets that read and ${DEAF} that subscribe ${DEAF_SUBSCRIPTIONS} times and read nothing; ordinary requests beside them`,
  nought: ["lost", "duplicated", "failed", "slow"],
  async run() {
    const home = await openHome();
    const deaf: Socket[] = [];
    const subscribers: Subscriber[] = [];
    try {
      const gateway = await home.serve();
      const memberOf = (n: number) => home.members[n % home.members.length] as (typeof home.members)[number];
      for (let n = 0; n < SOCKETS; n += 50) {
        const some = Array.from({ length: 50 }, (_, m) =>
          openSubscriber(`${gateway.url}/graphql`, memberOf(n + m).token),
        );
        subscribers.push(...(await Promise.all(some)));
      }
      for (let n = 0; n < DEAF; n++) {
        deaf.push(await openDeafSubscriber(gateway.port, memberOf(n).token, DEAF_SUBSCRIPTIONS));
      }
      const people = peopleAt(home, 4, { urls: [gateway.url], retries: 0 });
      const attempts = [];
      for (let n = 0; n < OFFERS; n++) {
        const [writer, reader] = [people[n % 2], people[2 + (n % 2)]] as [(typeof people)[0], (typeof people)[0]];
        attempts.push(...(await Promise.all([write(writer), read(reader)])));
      }
      const made = attempts.filter(({ kind, outcome }) => kind === "WRITE" && outcome === "OK").map(({ key }) => key);
      const whole = () => subscribers.filter(({ got }) => made.every((title) => got.has(title))).length;
      const since = performance.now();
      while (whole() < SOCKETS && performance.now() - since < 20_000) await wait(50);
      const last = Math.round(performance.now() - since);
      const memory = await gateway.memory();

      const { outcomes, longest, ...counted } = countOf(attempts);
      const compared = await home.compare(attempts);
      const counts = subscribers.flatMap(({ got }) => made.map((title) => got.get(title) ?? 0));
      const brought = counts.filter((count) => count > 0).length;
      return {
        asked: attempts.length + counts.length,
        acknowledged: counted.acknowledged + brought,
        lost: compared.lost + counts.length - brought,
        duplicated: compared.duplicated + counts.filter((count) => count > 1).length,
        failed: counted.failed + subscribers.filter(({ closed }) => closed()).length + (memory > MOST_MB ? 1 : 0),
        slow: counted.slow,
        note: `requests ${outcomes}, longest ${longest} ms; ${brought} events brought, the last ${last} ms after the last write; ${memory} MB (${MOST_MB} allowed)`,
      };
    } finally {
      for (const socket of deaf) socket.destroy();
      for (const subscriber of subscribers) subscriber.close();
      await home.close();
    }
  },
};
