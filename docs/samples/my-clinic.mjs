import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { mintMemberToken } from "@kith/sdk/server";

const { partnerId, publishableKey, signingKey } = JSON.parse(await readFile(".kith/my-clinic.json", "utf8"));

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <script type="module" src="http://localhost:4000/kith.js"></script>
  <kith-session publishable-key="${publishableKey}" token-url="/kith-token"></kith-session>
  <kith-check-in><a href="https://findahelpline.com">In crisis? Find a helpline</a></kith-check-in>`;

createServer(async ({ method, url }, response) => {
  if (url !== "/kith-token") return response.setHeader("content-type", "text/html").end(page);
  if (method !== "POST") return response.writeHead(405).end();
  // Your own id of whoever is signed in with you; never an e-mail address.
  const token = await mintMemberToken({ partnerId, signingKey, externalId: "patient-42" });
  response.setHeader("content-type", "application/json").end(JSON.stringify({ token }));
}).listen(8080);
