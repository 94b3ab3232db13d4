import {
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
  type Attributes,
  type Link,
} from '@opentelemetry/api';
import { currentTraceparent, withTraceparent } from '@janela/platform';

/** More links than this an exporter drops anyway. */
const mostLinks = 128;

const tracer = () => trace.getTracer('@janela/messaging');

/**
 * The `traceparent` to store with an event; null outside of any trace. A single event gets a span of its own, so that what its
 * consumers do hangs below that very event; many at once share the one that is active.
 */
export function creationContext(type: string, event?: { id: string; topic: string; key: string }): string | null {
  if (!event || !trace.getActiveSpan()) return currentTraceparent() ?? null;
  const described = { ...attributes('create', event.topic), ...ofEvent(type, event) };
  return tracer().startActiveSpan(
    `create ${event.topic}`,
    { kind: SpanKind.PRODUCER, attributes: described },
    (span) => {
      span.end();
      return currentTraceparent() ?? null;
    },
  );
}

/** A batch on its way to the broker. Its events keep the context they were created in; this span only links to it. */
export function sending<T>(
  topics: readonly string[],
  from: Iterable<string | null>,
  send: () => Promise<T>,
): Promise<T> {
  const topic = topics.length === 1 ? topics[0] : undefined;
  const name = topic ? `send ${topic}` : 'send';
  return linked(name, { kind: SpanKind.CLIENT, attributes: attributes('send', topic), links: linksTo(from) }, send);
}

interface Traced {
  readonly record: { readonly topic: string; readonly partition: number };
  readonly event: { readonly id: string; readonly type: string; readonly key: string; readonly traceparent?: string };
}

/** Handling one event continues the trace it was created in; handling several together links to each of theirs. */
export function processing<T>(group: string, run: readonly Traced[], handle: () => Promise<T>): Promise<T> {
  const [first, ...others] = run;
  const inGroup = { 'messaging.consumer.group.name': group };
  if (first && others.length === 0) {
    const { event, record } = first;
    const described = {
      ...attributes('process', record.topic),
      ...inGroup,
      ...ofEvent(event.type, event),
      'messaging.destination.partition.id': String(record.partition),
    };
    return withTraceparent(event.traceparent, () => noting(handle), {
      name: `process ${record.topic}`,
      attributes: described,
    });
  }
  const topic = others.every(({ record }) => record.topic === first?.record.topic) ? first?.record.topic : undefined;
  const described = { ...attributes('process', topic), ...inGroup, 'messaging.batch.message_count': run.length };
  const links = linksTo(run.map(({ event }) => event.traceparent ?? null));
  const options = { kind: SpanKind.CONSUMER, attributes: described, links };
  return linked(topic ? `process ${topic}` : 'process', options, handle);
}

const attributes = (operation: 'create' | 'send' | 'process', topic?: string): Attributes => ({
  'messaging.system': 'kafka',
  'messaging.operation.name': operation,
  'messaging.operation.type': operation,
  ...(topic && { 'messaging.destination.name': topic }),
});

const ofEvent = (type: string, { id, key }: { id: string; key: string }): Attributes => ({
  'messaging.message.id': id,
  'messaging.kafka.message.key': key,
  'cloudevents.event_type': type,
});

/** A span of its own trace: work of many requests must not hang below one of them. */
function linked<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  const span = tracer().startSpan(name, { ...options, root: true }, ROOT_CONTEXT);
  return context.with(trace.setSpan(ROOT_CONTEXT, span), () => noting(work)).finally(() => span.end());
}

/** Notes on the active span that its work failed, and how: only the kind of error, since a message may quote the event. */
async function noting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const type = error instanceof Error ? error.name : 'unknown';
    trace.getActiveSpan()?.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR, message: type });
    throw error;
  }
}

function linksTo(traceparents: Iterable<string | null>): Link[] {
  const links: Link[] = [];
  for (const traceparent of new Set(traceparents)) {
    if (traceparent === null) continue;
    const linkedTo = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent }));
    if (linkedTo && isSpanContextValid(linkedTo)) links.push({ context: linkedTo });
    if (links.length === mostLinks) break;
  }
  return links;
}
