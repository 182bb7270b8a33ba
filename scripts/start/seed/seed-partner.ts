import { type KithServer, kithServer } from "@kith/sdk/server";
import { type CourseDay, readCourse } from "./course.ts";
import type { DemoExchange, DemoOffer, DemoPartner } from "./demo-partner.ts";

export interface SeedOptions {
  endpoint: string;
  secretKey: string;
  /** When the seeding first began: a seeding that was cut off goes on with the same times. */
  begun: Date;
}

/** Ids by what the demo's data calls them: externalId for members, name for communities. */
interface Known {
  kith: KithServer;
  begun: Date;
  members: Map<string, string>;
  communities: Map<string, string>;
}

const DAY = 86_400_000;

/**
 * Fills a new partner through the API, as a partner's own server would. Every step carries an idempotency key of its
 * own, so seeding again after an interruption goes on where it stopped. Returns the members' ids by externalId.
 */
export async function seedPartner(partner: DemoPartner, options: SeedOptions): Promise<Map<string, string>> {
  const kith = kithServer({ endpoint: options.endpoint, secretKey: options.secretKey });
  const known: Known = { kith, begun: options.begun, members: new Map(), communities: new Map() };

  await together(partner.people, async ({ role: _, ...input }) => {
    const { id } = await kith.members.upsert(input, once(`member ${input.externalId}`));
    known.members.set(input.externalId, id);
  });
  for (const { facilitators, members, ...input } of partner.communities) {
    const facilitatorIds = facilitators.map((externalId) => idOf(known.members, externalId));
    const { id } = await kith.communities.create({ ...input, facilitatorIds }, once(`community ${input.name}`));
    known.communities.set(input.name, id);
    await together(members, (externalId) => join(known, externalId, input.name));
  }
  for (const offer of partner.offers) await makeOffer(known, offer);
  const days = Object.entries(partner.courses).flatMap(([externalId, text]) =>
    readCourse(text).map((day) => ({ externalId, day })),
  );
  await together(days, ({ externalId, day }) => checkIn(known, externalId, day));
  return known.members;
}

async function join({ kith, communities }: Known, externalId: string, name: string): Promise<void> {
  await kith.actingFor({ externalId }).communities.join(idOf(communities, name), once(`join ${name}`));
}

async function makeOffer(known: Known, offer: DemoOffer): Promise<void> {
  const { author, community, afterwards, exchanges = [], ...input } = offer;
  const as = known.kith.actingFor({ externalId: author });
  const communityId = community === undefined ? null : idOf(known.communities, community);
  const { id } = await as.supportOffers.create({ ...input, communityId }, once(`offer ${offer.title}`));
  for (const exchange of exchanges) await makeExchange(known, { id, ...offer }, exchange);
  if (afterwards === "PAUSE") await as.supportOffers.pause(id, once(`pause ${offer.title}`));
  if (afterwards === "CLOSE") await as.supportOffers.close(id, once(`close ${offer.title}`));
}

async function makeExchange(known: Known, offer: DemoOffer & { id: string }, exchange: DemoExchange): Promise<void> {
  const supporter = known.kith.actingFor({ externalId: offer.author }).exchanges;
  const recipient = known.kith.actingFor({ externalId: exchange.recipient }).exchanges;
  const offered = exchange.proposedBy === "SUPPORTER";
  const [proposer, counterpart] = offered ? [supporter, recipient] : [recipient, supporter];
  const label = `${offer.title} with ${exchange.recipient}`;
  const to = offered ? { recipientId: idOf(known.members, exchange.recipient) } : {};
  const { id } = await proposer.propose({ supportOfferId: offer.id, ...to }, once(`propose ${label}`));
  for (const step of exchange.afterwards ?? []) {
    const options = once(`${step} ${label}`);
    if (step === "ACCEPT") await counterpart.accept(id, options);
    else if (step === "DECLINE") await counterpart.decline(id, options);
    else if (step === "WITHDRAW") await proposer.withdraw(id, options);
    else if (step === "COMPLETE") await recipient.complete(id, options);
    else await recipient.end(id, options);
  }
}

async function checkIn({ kith, begun }: Known, externalId: string, { daysAgo, ...answers }: CourseDay): Promise<void> {
  // People check in at an hour of their own; the same person on the same day always at the same one.
  const minutesEarlier = (daysAgo * 37 + externalId.length * 11) % 180;
  const recordedAt = new Date(begun.getTime() - daysAgo * DAY - minutesEarlier * 60_000).toISOString();
  const { pulseCheckIns } = kith.actingFor({ externalId });
  await pulseCheckIns.record({ ...answers, recordedAt }, once(`check-in ${daysAgo} days ago`));
}

/** The key under which a step happens once, however often the seeding is started again. */
function once(step: string): { idempotencyKey: string } {
  return { idempotencyKey: `demo: ${step}`.replace(/[^\x20-\x7e]/g, "?").replaceAll(" ", "_") };
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo names "${name}", which it did not make.`);
  return id;
}

/** Eight at a time, which is as fast as a small machine gets. */
async function together<T>(items: Iterable<T>, work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items].values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}
