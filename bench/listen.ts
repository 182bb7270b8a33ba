import http from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  readonly body: {
    readonly operationName: string;
    readonly variables: { id?: string; input?: Record<string, unknown> };
  };
  readonly partnerId: string;
  readonly memberId: string;
  readonly idempotencyKey: string;
}

/** The thinnest server that answers JSON: what it is compared with pays no more for HTTP than this. */
export function listen(answer: (asked: Asked) => Promise<string>): void {
  const server = http.createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      const [partnerId = "", memberId = ""] = String(request.headers["x-asker"]).split(" ");
      const idempotencyKey = String(request.headers["idempotency-key"]);
      answer({ body: JSON.parse(text), partnerId, memberId, idempotencyKey }).then(
        (json) => {
          response.writeHead(200, {
            "content-type": "application/json; charset=utf-8",
            "content-length": Buffer.byteLength(json),
          });
          response.end(json);
        },
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  server.listen(0, "127.0.0.1", () => {
    process.stderr.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`);
  });
  process.on("SIGTERM", () => process.exit(0));
}
