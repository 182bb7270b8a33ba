import type { Tracer } from "@opentelemetry/api";
import { ExportResultCode } from "@opentelemetry/core";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { detectResources, resourceAttributesEnvDetector, resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { TraceConfig } from "../../config.js";
import { kithVersion } from "../../version.js";
import type { Log } from "../graphql/context.js";
import { describeError } from "../graphql/describe-error.js";

const SEND_EVERY_MS = 2000;
const SEND_WITHIN_MS = 5000;
const TELL_EVERY_MS = 60_000;

export interface OwnTracer {
  readonly tracer: Tracer;
  stop(): Promise<void>;
}

/** Nothing is registered for the whole process: two gateways in one may trace to two places. */
export function tracerFor({ url, serviceName, share, followsCaller }: TraceConfig, log: Log): OwnTracer {
  const own = new TraceIdRatioBasedSampler(share);
  const resource = resourceFromAttributes({ "service.name": serviceName, "service.version": kithVersion() });
  const exporter = telling(new OTLPTraceExporter({ url, timeoutMillis: SEND_WITHIN_MS }), log);
  const provider = new TracerProvider({
    sampler: followsCaller ? new ParentBasedSampler({ root: own }) : own,
    resource: detectResources({ detectors: [resourceAttributesEnvDetector] }).merge(resource),
    spanProcessors: [new BatchSpanProcessor({ exporter, scheduledDelayMillis: SEND_EVERY_MS })],
  });
  return { tracer: provider.getTracer("kith"), stop: () => provider.shutdown() };
}

/** Says now and then that traces get lost; requests never wait for them. */
function telling(exporter: SpanExporter, log: Log): SpanExporter {
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        if (result.code !== ExportResultCode.SUCCESS && performance.now() - toldAt > TELL_EVERY_MS) {
          toldAt = performance.now();
          log.warn({ error: describeError(result.error), spans: spans.length }, "traces not delivered");
        }
        done(result);
      });
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
