import type { ServerResponse } from "node:http";

/**
 * A strict policy that works with Kith on the page: scripts from the gateway alone, calls to the gateway and to this
 * site, styles from this site, nothing inline.
 */
export function setSecurityHeaders(response: ServerResponse, endpoint: string): void {
  const gateway = new URL(endpoint).origin;
  // Live updates come over a socket of the same gateway.
  const live = gateway.replace(/^http/, "ws");
  const policy = [
    "default-src 'none'",
    `script-src ${gateway}`,
    `connect-src 'self' ${gateway} ${live}`,
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  response.setHeader("content-security-policy", policy.join("; "));
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("x-content-type-options", "nosniff");
}
