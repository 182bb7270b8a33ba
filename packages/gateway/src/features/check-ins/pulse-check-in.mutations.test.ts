import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../../platform/http/testing.js";
import { type TestWriting, testWriting } from "../../platform/writing/testing.js";

let gateway: TestGateway;
let w: TestWriting;
beforeAll(async () => {
  gateway = await testGateway();
  w = testWriting(gateway);
});
afterAll(async () => {
  await w.close();
  await gateway.stop();
});

const record = (as: { token: string }, input: object, options?: { key?: string }) =>
  w.mutate(as, "recordPulseCheckIn", input, "checkIn { id mood strain hope day recordedAt }", options);

test("a check-in is kept as it was answered", async () => {
  const { ben } = gateway.partners[0];
  const { payload, refused } = await record(ben, { mood: 4, hope: 2 });
  expect(refused).toBeNull();
  expect(payload.checkIn).toMatchObject({ mood: 4, strain: null, hope: 2 });
});
