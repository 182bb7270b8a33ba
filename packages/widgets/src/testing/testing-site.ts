import { listen, type TestServer } from "./testing-server.js";

const STYLES = `
  html { color-scheme: light; } html.dark { color-scheme: dark; }
  body { margin: 0; padding: 16px; font-family: "DejaVu Sans", sans-serif; background: light-dark(#f6f2ea, #101615); }
  kith-check-in, kith-support-board, kith-crisis-help, kith-exchanges { max-width: 46rem; margin: 0 auto 16px; }
`;

export interface Look {
  readonly scheme?: "light" | "dark";
  readonly dir?: "ltr" | "rtl";
  readonly lang?: string;
  /** Whether the page has our script; it does unless this is false. */
  readonly script?: boolean;
  /** The page's policy, where it is another than the one we ask for. */
  readonly policy?: string;
}

/** A partner's own site: pages under a strict policy, and the address that gives tokens. */
export interface Site extends TestServer {
  /** Makes a page of this markup and gives its address. */
  show(markup: string, look?: Look): string;
  /** What `/kith-token` answers: a token, null where nobody is signed in, or no answer at all. */
  token: () => Promise<string | null | "CUT_OFF"> | string | null;
  /** How often a token was asked for, and with which cookies. */
  readonly tokenCalls: { readonly method: string | undefined; readonly cookie: string | undefined }[];
}

/** A token that names a member and says nothing else; a stand-in takes any. */
export function looseToken(subject: string): string {
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${part({ alg: "HS256" })}.${part({ sub: subject })}.c2lnbmF0dXJl`;
}

/** The site of a partner whose gateway is at `gateway`: no script, style or call but from the two of them. */
export async function partnerSite(gateway: string): Promise<Site> {
  const pages = new Map<string, { markup: string; look: Look }>();
  const tokenCalls: Site["tokenCalls"] = [];
  const policy = [
    "default-src 'none'",
    `script-src ${gateway}`,
    "style-src 'self'",
    `connect-src 'self' ${gateway} ${gateway.replace(/^http/, "ws")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html",
  ].join("; ");
  const server = await listen("localhost", async (request, response) => {
    const path = request.url ?? "/";
    const page = pages.get(path);
    if (path === "/kith-token") {
      tokenCalls.push({ method: request.method, cookie: request.headers.cookie });
      const token = await self.token();
      if (token === "CUT_OFF") request.socket.destroy();
      else if (token === null) response.writeHead(401).end();
      else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ token }));
    } else if (path === "/site.css") response.writeHead(200, { "content-type": "text/css" }).end(STYLES);
    // Never answered: the page that leads there is left waiting.
    else if (path === "/slow") return;
    else if (path === "/neutral") {
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<!doctype html><title>Weather</title><p>Sunny.</p>");
    } else if (page) {
      const headers = {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": page.look.policy ?? policy,
      };
      response.writeHead(200, { ...headers, "set-cookie": "visit=1; SameSite=Strict" }).end(html(page, gateway));
    } else response.writeHead(404).end();
  });
  const self: Site = {
    ...server,
    token: () => looseToken("somebody"),
    tokenCalls,
    show(markup, look = {}) {
      const path = `/page-${pages.size + 1}`;
      pages.set(path, { markup, look });
      return server.url + path;
    },
  };
  return self;
}

function html({ markup, look }: { markup: string; look: Look }, gateway: string): string {
  const { scheme = "light", dir = "ltr", lang = "en-GB", script = true } = look;
  return `<!doctype html>
<html lang="${lang}" dir="${dir}" class="${scheme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Harbour Clinic</title>
<link rel="stylesheet" href="/site.css">${script ? `<script type="module" src="${gateway}/kith.js"></script>` : ""}</head>
<body><main><h1>Harbour Clinic</h1>${markup}</main></body></html>`;
}
