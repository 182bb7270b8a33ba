import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestStream, testSocket, testStream } from "../../platform/events/testing.live.js";
import { type TestGateway, testGateway } from "../../platform/http/testing.js";
import { type TestWriting, testWriting } from "../../platform/writing/testing.js";

let gateway: TestGateway;
let writing: TestWriting;
beforeAll(async () => {
  gateway = await testGateway();
  writing = testWriting(gateway);
});
afterAll(async () => {
  await writing.close();
  await gateway.stop();
});

const OFFERS = `subscription ($communityId: ID, $after: String) { supportOfferChanged(communityId: $communityId, after: $after) {
  cursor mayHaveMissed supportOffer { id title author { displayName } viewerCan seatsLeft } } }`;

async function offer(title: string, communityId: string | null = gateway.partners[0].openCommunityId) {
  const input = { kinds: ["EMOTIONAL"], languages: ["en"], waysToMeet: ["MESSAGE"], capacity: 2, communityId, title };
  const { payload, refused } = await writing.mutate(
    gateway.partners[0].ann,
    "createSupportOffer",
    input,
    "supportOffer { id }",
  );
  expect(refused).toBeNull();
  return payload.supportOffer.id as string;
}

test.each(["websocket", "sse"])("a member hears of a new offer as a query would show it, by %s", async (by) => {
  const [one] = gateway.partners;
  const socket = testSocket(gateway.url, one.ben);
  const stream: TestStream = by === "sse" ? testStream(gateway.url, one.ben, OFFERS) : socket.subscribe(OFFERS);
  const first = await stream.next();
  expect(first.data.supportOfferChanged).toMatchObject({ mayHaveMissed: false, supportOffer: null });
  const id = await offer(`New ${one.mark}`);
  const second = await stream.next();
  expect(second).toEqual({
    data: {
      supportOfferChanged: {
        cursor: expect.stringMatching(/^[\w-]{40,}$/),
        mayHaveMissed: false,
        supportOffer: {
          ...{ id, title: `New ${one.mark}`, seatsLeft: 2 },
          ...{ author: { displayName: `Ann ${one.mark}` }, viewerCan: ["PROPOSE"] },
        },
      },
    },
  });
  stream.stop();
  socket.dispose();
});
