import { randomBytes } from 'node:crypto';

import { defaultTextMapGetter, defaultTextMapSetter, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';

const propagator = new W3CTraceContextPropagator();

/** Reads a W3C `traceparent`; undefined when it is none, as the standard asks. */
export function parseTraceparent(traceparent: string | undefined): SpanContext | undefined {
  return trace.getSpanContext(propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter));
}

/** Writes a place in a trace as a W3C `traceparent`. */
export function formatTraceparent(place: SpanContext): string {
  const carrier: { traceparent?: string } = {};
  propagator.inject(trace.setSpanContext(ROOT_CONTEXT, place), carrier, defaultTextMapSetter);
  return carrier.traceparent ?? '';
}

/** Returns a place in the caller's trace, or in a new one that is not sampled, since no tracer runs that could decide. */
export function childPlace(parent: SpanContext | undefined): SpanContext {
  const spanId = randomBytes(8).toString('hex');
  const { traceId, traceFlags } = parent ?? { traceId: randomBytes(16).toString('hex'), traceFlags: 0 };
  return { traceId, spanId, traceFlags };
}
