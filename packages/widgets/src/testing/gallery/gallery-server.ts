import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transformWithOxc } from "vite";
import { listen } from "../testing-server.js";
import { looseToken } from "../testing-site.js";
import { type StandInAnswer, standIn } from "../testing-stand-in.js";
import { GALLERY_STYLES, type Gallery, indexPage, statePage } from "./gallery-pages.js";
import type { GalleryState } from "./gallery-state.js";
import { galleryStates } from "./gallery-states.js";

export interface GalleryServer extends Gallery {
  readonly url: string;
  stop(): Promise<void>;
}

const SCRIPTS = ["gallery-index", "gallery-state"];

/** The gallery: a page with every state of every element, each in a page of its own against a scripted gateway. */
export async function galleryServer(): Promise<GalleryServer> {
  const gateway = await standIn();
  for (const name of SCRIPTS) gateway.files.set(`/${name}.js`, await browserScript(name));
  const gallery: Gallery = { elements: galleryStates(), gateway: gateway.url };

  // A page's token names its state, so that one gateway can answer for all of them at once.
  gateway.answers = new Proxy(
    {},
    {
      get: (_, operation: string) => (asked: Parameters<NonNullable<GalleryState["answers"]>[string]>[0]) => {
        const state = stateOf(gallery, memberOf(asked.authorization));
        return state?.answers?.[operation]?.(asked) ?? ({ refusal: { code: "UNAVAILABLE" } } satisfies StandInAnswer);
      },
    },
  );

  const policy = [
    "default-src 'none'",
    `script-src ${gateway.url}`,
    "style-src 'self'",
    `connect-src 'self' ${gateway.url} ${gateway.url.replace(/^http/, "ws")}`,
    "frame-src 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");

  const server = await listen("localhost", (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://gallery");
    const key = searchParams.get("state") ?? "";
    const state = stateOf(gallery, key);
    const html = { "content-type": "text/html; charset=utf-8", "content-security-policy": policy };
    if (pathname === "/") response.writeHead(200, html).end(indexPage(gallery));
    else if (pathname === "/gallery.css") response.writeHead(200, { "content-type": "text/css" }).end(GALLERY_STYLES);
    else if (!state) response.writeHead(404).end();
    else if (pathname === "/state") response.writeHead(200, html).end(statePage(gallery, key, state, searchParams));
    else if (state.session === "SIGNED_OUT") response.writeHead(401).end();
    else if (state.session === "FAILED") request.socket.destroy();
    else if (state.session !== "WAITING") response.end(JSON.stringify({ token: looseToken(key) }));
  });
  return {
    ...gallery,
    url: server.url,
    async stop() {
      await server.stop();
      await gateway.stop();
    },
  };
}

function stateOf({ elements }: Gallery, key: string): GalleryState | undefined {
  const [element, name] = key.split("/");
  return elements.find((one) => one.element === element)?.states.find((state) => state.name === name);
}

function memberOf(authorization: string | undefined): string {
  const [, claims = ""] = (authorization ?? "").split(".");
  return claims ? (JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string }).sub : "";
}

async function browserScript(name: string): Promise<string> {
  const path = fileURLToPath(new URL(`${name}.browser.ts`, import.meta.url));
  return (await transformWithOxc(await readFile(path, "utf8"), path)).code;
}
