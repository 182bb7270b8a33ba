const PARTS = /^(https?):\/\/([a-z0-9.-]+|\[::1\])(?::([1-9]\d{0,4}))?$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Only one's own machine can be reached safely without encryption. */
const LOCAL: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];
const USUAL_PORT: { readonly [scheme: string]: string } = { http: "80", https: "443" };
const HIGHEST_PORT = 65_535;
const LONGEST_HOST = 253;

/**
 * The origin of a site exactly as browsers send it, `https://clinic.example` or `https://clinic.example:8443`; null for
 * anything else. Refused, since no browser would ever send it or it would say too much: a path or a slash at the end, a
 * user, a wildcard, upper case, the scheme's usual port, a name not in ASCII (write it as `xn--…`), a host that only
 * resembles an IPv4 address, IPv6 other than `[::1]`. `http` only for localhost, 127.0.0.1 and [::1].
 */
export function parseOrigin(text: string): string | null {
  const [, scheme = "", host = "", port] = PARTS.exec(text) ?? [];
  if (!isHost(host) || (scheme === "http" && !LOCAL.includes(host))) return null;
  if (port !== undefined && (port === USUAL_PORT[scheme] || Number(port) > HIGHEST_PORT)) return null;
  return text;
}

/** Whether a browser's `Origin` header is one of these, character for character. */
export function isAllowedOrigin(origin: string | null | undefined, allowed: readonly string[]): boolean {
  return typeof origin === "string" && allowed.includes(origin);
}

function isHost(host: string): boolean {
  if (LOCAL.includes(host)) return true;
  if (host.length > LONGEST_HOST) return false;
  const labels = host.split(".");
  if (!labels.every((label) => LABEL.test(label))) return false;
  // Browsers read a host that ends in a number as IPv4 and write it as four decimal numbers.
  const last = labels.at(-1) ?? "";
  return !/^(\d+|0x[0-9a-f]*)$/.test(last) || (labels.length === 4 && labels.every(isIpv4Part));
}

function isIpv4Part(part: string): boolean {
  return /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
}
