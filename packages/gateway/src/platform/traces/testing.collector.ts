import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface CollectedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly failed: boolean;
}

/** Takes traces as a collector does (OTLP over HTTP, protobuf) and keeps what came, also as it came. */
export async function startCollector() {
  const bodies: Buffer[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      bodies.push(Buffer.concat(parts));
      response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    /** All bytes that came, as text: what is looked for is ASCII. */
    raw: () => Buffer.concat(bodies).toString("latin1"),
    spans: () => bodies.flatMap(spansIn),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Numbers of fields as in opentelemetry/proto/trace/v1/trace.proto. */
function spansIn(body: Buffer): CollectedSpan[] {
  return all(body, 1).flatMap((resource) => all(resource, 2).flatMap((scope) => all(scope, 2).map(spanIn)));
}

function spanIn(span: Buffer): CollectedSpan {
  const hex = (field: number) => all(span, field)[0]?.toString("hex") ?? "";
  const attributes = all(span, 9).map((pair) => [all(pair, 1)[0]?.toString(), valueIn(all(pair, 2)[0])]);
  const status = all(span, 15)[0];
  return {
    traceId: hex(1),
    spanId: hex(2),
    parentSpanId: hex(4),
    name: all(span, 5)[0]?.toString() ?? "",
    attributes: Object.fromEntries(attributes),
    failed: status !== undefined && [...fields(status)].some(([field, value]) => field === 3 && value === 2),
  };
}

function valueIn(value: Buffer | undefined): unknown {
  for (const [field, content] of value ? fields(value) : []) {
    if (field === 1) return String(content);
    if (field === 2) return content === 1;
    if (field === 3) return content;
    if (field === 5) return all(content as Buffer, 1).map(valueIn);
  }
  return undefined;
}

const all = (message: Buffer, wanted: number): Buffer[] =>
  [...fields(message)].flatMap(([field, value]) => (field === wanted && Buffer.isBuffer(value) ? [value] : []));

/** A message's fields, in order: bytes, or a number. */
function* fields(message: Buffer): Generator<[field: number, value: Buffer | number]> {
  let at = 0;
  const varint = () => {
    let [value, shift] = [0, 1];
    for (;;) {
      const byte = message[at++] ?? 0;
      value += (byte & 0x7f) * shift;
      shift *= 128;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const field = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield [field, varint()];
        break;
      case 1:
        at += 8;
        break;
      case 2: {
        const length = varint();
        yield [field, message.subarray(at, at + length)];
        at += length;
        break;
      }
      case 5:
        at += 4;
        break;
      default:
        throw new Error("Not a protobuf message");
    }
  }
}
