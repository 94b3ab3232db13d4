import { type Attributes, isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

import { inRequestContext, requestContext } from '../context/request-context.ts';
import { childPlace, formatTraceparent, parseTraceparent } from './traceparent.ts';

const tracer = () => trace.getTracer('janela');

/** The W3C traceparent of the present work, for a message or a row that carries it on; undefined outside of any. */
export function currentTraceparent(): string | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  if (span && isSpanContextValid(span)) return formatTraceparent(span);
  return requestContext()?.traceparent;
}

/** What a piece of work is called in a trace. Attributes are ids and codes only. */
export interface SpanDescription {
  /** A contract type or a job's name; never a value. */
  name: string;
  kind?: 'consumer' | 'producer' | 'internal';
  attributes?: Attributes;
}

const kinds = { consumer: SpanKind.CONSUMER, producer: SpanKind.PRODUCER, internal: SpanKind.INTERNAL };

/**
 * Runs work that came with a traceparent as part of that trace: its log lines, statements and messages carry the same trace id.
 * Without one, or with one that is none, a new trace begins.
 */
export function withTraceparent<T>(
  traceparent: string | undefined,
  work: () => Promise<T>,
  { name, kind = 'consumer', attributes = {} }: SpanDescription = { name: 'work' },
): Promise<T> {
  const parent = parseTraceparent(traceparent);
  const outer = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  return tracer().startActiveSpan(name, { kind: kinds[kind], attributes }, outer, async (span) => {
    const own = span.spanContext();
    const place = isSpanContextValid(own) ? own : childPlace(parent);
    const requestId = requestContext()?.requestId ?? place.spanId;
    try {
      return await inRequestContext({ requestId, traceId: place.traceId, traceparent: formatTraceparent(place) }, work);
    } catch (error) {
      // The name only: a message may quote a value.
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Sends what is still to be sent. */
export async function stopTracing(): Promise<void> {
  const provider = trace.getTracerProvider();
  const delegate =
    'getDelegate' in provider && typeof provider.getDelegate === 'function'
      ? (provider.getDelegate() as object)
      : provider;
  if ('shutdown' in delegate && typeof delegate.shutdown === 'function') await delegate.shutdown();
}
