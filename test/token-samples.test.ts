import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestGateway, testGateway } from "../packages/gateway/src/platform/http/testing.js";

const folder = fileURLToPath(new URL("../docs/samples/tokens/", import.meta.url));
/** How each sample of the docs is asked for a token; the id is what an encoder may stumble over. */
const ID = "patient-42/ö ?";
const SAMPLES = [
  {
    name: "Node",
    program: process.execPath,
    args: [
      "--input-type=module",
      "-e",
      `import { kithToken } from "./kith-token.mjs"; console.log(await kithToken("${ID}"))`,
    ],
  },
  { name: "PHP", program: "php", args: ["-r", `require "kith-token.php"; echo kith_token("${ID}");`] },
  { name: "Python", program: "python3", args: ["-c", `from kith_token import kith_token; print(kith_token("${ID}"))`] },
];

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway?.stop());

for (const { name, program, args } of SAMPLES) {
  // A machine without PHP or Python says so by skipping; C# is read in review.
  test.skipIf(spawnSync(program, ["--version"]).error)(
    `a token signed by the ${name} sample lets the member in`,
    async () => {
      const { partnerId, signingKey } = gateway.partners[0];
      const env = {
        PATH: process.env["PATH"],
        PYTHONDONTWRITEBYTECODE: "1",
        KITH_PARTNER_ID: partnerId,
        KITH_SIGNING_KID: signingKey.kid,
        KITH_SIGNING_SECRET: signingKey.secret,
      };
      const token = execFileSync(program, args, { cwd: folder, env, encoding: "utf8" }).trim();
      const { data } = await gateway.graphql("{ viewer { member { externalId } } }", {}, { as: token });
      expect(data).toEqual({ viewer: { member: { externalId: ID } } });
    },
  );
}
