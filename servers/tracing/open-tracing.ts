import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Context,
  isSpanContextValid,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { type Span, type Tracer, traceWith } from "#core/telemetry.ts";
import { version } from "../version.ts";

export interface Tracing {
  /** Sends what has not been sent. */
  flush(): Promise<void>;
  /** The same, and takes no more spans. */
  close(): Promise<void>;
}

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/**
 * Sends this process's spans by OTLP over HTTP. Loaded by who traces alone.
 * @param endpoint as OTEL_EXPORTER_OTLP_ENDPOINT: `/v1/traces` is added
 */
export function openTracing(endpoint: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "rapport", "service.version": version }),
    spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })],
  });
  // Not OpenTelemetry's global one: libraries that trace of their own accord would send what customers wrote.
  const contexts = new AsyncLocalStorage<Context>();
  const active = () => contexts.getStore() ?? ROOT_CONTEXT;
  const otel = provider.getTracer("rapport", version);
  const tracer: Tracer = {
    begin: (name, { kind = "internal", attributes, traceparent }) => {
      const parent = traceparent === undefined ? active() : fromCaller(traceparent);
      const span = otel.startSpan(name, { kind: kinds[kind], ...(attributes && { attributes }) }, parent);
      return wrapped(span, (work) => contexts.run(trace.setSpan(parent, span), work));
    },
    currentTraceId: () => trace.getSpanContext(active())?.traceId,
  };
  traceWith(tracer);
  return {
    flush: () => provider.forceFlush(),
    close: async () => {
      traceWith(undefined);
      // A collector that is away must not keep the process.
      await provider.shutdown().catch(() => undefined);
    },
  };
}

/** As W3C Trace Context writes it; what is not, begins a trace of its own. */
function fromCaller(traceparent: string): Context {
  const [, traceId = "", spanId = "", flags = ""] =
    /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(traceparent) ?? [];
  const caller = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(caller) ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
}

function wrapped(span: OtelSpan, within: Span["within"]): Span {
  return {
    traceId: span.spanContext().traceId,
    set: (attributes) => void span.setAttributes(attributes),
    within,
    end: (errorType) => {
      if (errorType !== undefined) {
        span.setAttribute("error.type", errorType);
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}
