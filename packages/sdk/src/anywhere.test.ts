import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { bundle, bundleWhole } from "./testing/bundle.js";
import { data, fault, scriptedGateway } from "./testing/scripted-gateway.js";

test("the main entry depends on nothing, /server on jose alone, /react on react", async () => {
  expect((await bundle(`export * from "@kith/sdk"`)).imports).toEqual([]);
  expect((await bundle(`export * from "@kith/sdk/server"`)).imports).toEqual(["jose"]);
  expect((await bundle(`export * from "@kith/sdk/react"`)).imports).toEqual(["react"]);
});

test("it works where there is nothing but what browsers and workers share", async () => {
  const code = await bundleWhole(`export { createKith } from "@kith/sdk"`);
  const { fetch, Headers, URL, AbortController, setTimeout, clearTimeout, crypto, atob, btoa } = globalThis;
  const context = createContext({ fetch, Headers, URL, AbortController, setTimeout, clearTimeout, crypto, atob, btoa });
  const gateway = await scriptedGateway(
    fault("UNAVAILABLE"),
    data({ recordPulseCheckIn: { checkIn: { id: "chk_1" } } }),
  );
  try {
    const call = `${code};
      const kith_ = kith.createKith({ endpoint: ${JSON.stringify(gateway.endpoint)}, getToken: () => "opaque" });
      kith_.pulseCheckIns.record({ mood: 3 })`;
    expect(await runInContext(call, context)).toEqual({ id: "chk_1" });
  } finally {
    await gateway.close();
  }
});
