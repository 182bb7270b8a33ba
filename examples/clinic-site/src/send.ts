import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import type { Html } from "./html.ts";

const TYPES: Record<string, string> = { css: "text/css; charset=utf-8", svg: "image/svg+xml" };
const FILES = new Map(
  ["clinic.css", "pages.css", "icon.svg"].map((name) => [
    name,
    readFileSync(new URL(`../public/${name}`, import.meta.url)),
  ]),
);

export function sendPage(response: ServerResponse, status: number, { markup }: Html): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(markup);
}

/** One of the site's own files, by its name. */
export function sendFile(response: ServerResponse, name: string): void {
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "text/plain";
  response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
  response.end(FILES.get(name));
}

export function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}
