import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Context as Above,
  type Attributes,
  defaultTextMapGetter,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import { methodOf, plainName, type Visit } from "../http/visit.js";
import { traceStatements } from "./trace-statements.js";
import type { OwnTracer } from "./tracer.js";
import type { Traces } from "./traces.js";

const propagator = new W3CTraceContextPropagator();

/** Makes the spans. Which one is under way goes along with the asynchronous work itself. */
export function traceWith({ tracer, stop }: OwnTracer): Traces {
  const underWay = new AsyncLocalStorage<Span>();

  function start(name: string, kind: SpanKind, above: Above, attributes: Attributes = {}): Span {
    return tracer.startSpan(name, { kind, attributes }, above);
  }
  const below = (span: Span): Above => trace.setSpan(ROOT_CONTEXT, span);

  return {
    handling: (handle) => (visit) => {
      const span = start(methodOf(visit), SpanKind.SERVER, callersContext(visit));
      visit.response.once("close", () => {
        finish(span, visit);
        span.end();
      });
      return underWay.run(span, () => handle(visit));
    },

    answering: (answer) => async (request, context) => {
      const parent = underWay.getStore();
      const span = start("graphql", SpanKind.INTERNAL, parent ? below(parent) : ROOT_CONTEXT);
      try {
        const answered = await underWay.run(span, () => answer(request, context));
        span.setAttribute("kith.outcome", answered.outcome);
        if (answered.outcome === "INTERNAL") span.setStatus({ code: SpanStatusCode.ERROR });
        return answered;
      } finally {
        span.end();
      }
    },

    name({ operation, rootFields }) {
      const span = underWay.getStore();
      const name = plainName(operation.name?.value);
      span?.updateName(name === null ? operation.operation : `${operation.operation} ${name}`);
      span?.setAttributes({
        "graphql.operation.type": operation.operation,
        ...(name !== null && { "graphql.operation.name": name }),
        // As the schema names them, not as the caller does.
        "kith.graphql.root_fields": rootFields.map((field) => field.name.value),
      });
    },

    watch: (pool) =>
      traceStatements(pool, (name, attributes) => {
        const parent = underWay.getStore();
        return parent && start(name, SpanKind.CLIENT, below(parent), attributes);
      }),
    stop,
  };
}

/** Of what the caller says of its own trace only the ids: `tracestate` may hold anything. */
function callersContext({ request }: Visit): Above {
  const { traceparent } = request.headers;
  if (traceparent === undefined) return ROOT_CONTEXT;
  return propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter);
}

function finish(span: Span, visit: Visit): void {
  const { response, route, requestId, partnerId, outcome } = visit;
  const method = methodOf(visit);
  span.updateName(`${method} ${route}`);
  span.setAttributes({
    "http.request.method": method,
    "http.route": route,
    "kith.request_id": requestId,
    ...(partnerId !== null && { "kith.partner_id": partnerId }),
    ...(outcome !== null && { "kith.outcome": outcome }),
  });
  if (!response.writableFinished) span.setAttribute("kith.caller_gone", true);
  else span.setAttribute("http.response.status_code", response.statusCode);
  if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
}
