import { randomBytes } from 'node:crypto';

/** A W3C `traceparent` in parts. */
export interface TraceParent {
  traceId: string;
  spanId: string;
  flags: string;
}

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const zeroes = /^0+$/;

/** Reads a traceparent; undefined when it is none, as the standard asks. */
export function parseTraceparent(text: string | undefined): TraceParent | undefined {
  const [, traceId, spanId, flags] = pattern.exec(text ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return zeroes.test(traceId) || zeroes.test(spanId) ? undefined : { traceId, spanId, flags };
}

/** Writes a traceparent. */
export function formatTraceparent({ traceId, spanId, flags }: TraceParent): string {
  return `00-${traceId}-${spanId}-${flags}`;
}

/** A place in the caller's trace, or in a new one; unsampled when nobody decided, since no tracer runs. */
export function childTraceparent(parent: TraceParent | undefined): TraceParent {
  const spanId = randomBytes(8).toString('hex');
  return parent ? { ...parent, spanId } : { traceId: randomBytes(16).toString('hex'), spanId, flags: '00' };
}
