import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isFromOwnPage } from "./forms.ts";
import { setSecurityHeaders } from "./headers.ts";
import { noticePage } from "./pages/notice.ts";
import { createRoutes, type Route, visitOf } from "./routes.ts";
import { sendPage } from "./send.ts";
import type { Settings } from "./settings.ts";
import { troubleOf } from "./trouble.ts";
import type { TroubleName } from "./words/en.ts";

export interface Clinic {
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** Starts the clinic's site. Port 0 takes any free one. Rejects when the port is taken. */
export async function startClinic(settings: Settings, { port, host }: { port: number; host: string }): Promise<Clinic> {
  const routes = createRoutes(settings);
  const server = createServer((request, response) => {
    setSecurityHeaders(response, settings.endpoint);
    const notice = (status: number, name: TroubleName) =>
      sendPage(response, status, noticePage(visitOf(settings, request), name));
    answer(request, response, routes)
      .then((found) => found || notice(404, "noPage"))
      .catch((error: unknown) => {
        if (response.headersSent) return response.destroy();
        const { status, name } = troubleOf(error);
        return notice(status, name);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://localhost:${bound}`,
    port: bound,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** False when no address of the site is meant. */
async function answer(request: IncomingMessage, response: ServerResponse, routes: readonly Route[]): Promise<boolean> {
  const path = new URL(request.url ?? "/", "http://clinic").pathname;
  const method = request.method === "HEAD" ? "GET" : request.method;
  for (const route of routes) {
    const match = route.path.exec(path);
    if (!match || route.method !== method) continue;
    if (method === "POST" && !isFromOwnPage(request)) response.writeHead(403).end();
    else await route.handle(request, response, match[1] ?? "");
    return true;
  }
  return false;
}
