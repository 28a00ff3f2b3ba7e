/** What stands beside a span: names of operations, numbers, ids of tenants. Never what customers wrote, nor who asked. */
export type SpanAttributes = Record<string, string | number | boolean>;

/** A piece of work that is timed. */
export interface Span {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  set(attributes: SpanAttributes): void;
  /** Runs work whose spans are this one's children. */
  within<T>(work: () => T): T;
  /** @param errorType why it failed, in a word; absent: it did not */
  end(errorType?: string): void;
}

export interface SpanOptions {
  kind?: "server" | "client" | "internal";
  attributes?: SpanAttributes;
  /** W3C Trace Context of the caller. */
  traceparent?: string | undefined;
}

/** Port: what takes spans. There is none unless traces are sent somewhere. */
export interface Tracer {
  begin(name: string, options: SpanOptions): Span;
  currentTraceId(): string | undefined;
}

let tracer: Tracer | undefined;

/** Lets this process's spans be taken, or no longer. */
export function traceWith(taker: Tracer | undefined): void {
  tracer = taker;
}

/** Begins a span within the running one; undefined where nothing is traced. Whoever begins it ends it. */
export function beginSpan(name: string, options: SpanOptions = {}): Span | undefined {
  return tracer?.begin(name, options);
}

/** Runs work within a span, if anything is traced. @param errorTypeOf what to call an error */
export async function inSpan<T>(
  name: string,
  { errorTypeOf, ...options }: SpanOptions & { errorTypeOf(error: unknown): string },
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  const span = beginSpan(name, options);
  if (!span) return work(undefined);
  try {
    const result = await span.within(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end(errorTypeOf(error));
    throw error;
  }
}

/** The id of the trace that the running code belongs to. */
export function currentTraceId(): string | undefined {
  return tracer?.currentTraceId();
}
