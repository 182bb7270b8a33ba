import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "./testing.js";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

test("it answers", async () => {
  const [one] = gateway.partners;
  const answer = await gateway.graphql("{ partner { id name } }", {}, { as: one.publishableKey });
  console.log(answer.text, gateway.logged());
  expect(answer.status).toBe(200);
});
