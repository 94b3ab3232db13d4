// Tracing, loaded before the service: `node --import @janela/platform/otel dist/main.js`.
// Without JANELA_OTLP_URL nothing is sent, but every request, message and job still has its place in a trace.
import { register } from 'import-in-the-middle/register-hooks.mjs';

// Modules are patched as they are loaded: whatever is imported before this line is never seen. Only what is traced passes through
// the hook, and in this thread: to wrap every module in a thread of its own, as `hook.mjs` does, costs each service some 80 MB.
register({ include: ['http', 'https', 'node:http', 'node:https', 'pg', 'ioredis'] });

const [
  { NodeTracerProvider },
  { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler },
  { OTLPTraceExporter },
  { resourceFromAttributes },
  { registerInstrumentations },
  { HttpInstrumentation },
  { PgInstrumentation },
  { IORedisInstrumentation },
  { UndiciInstrumentation },
] = await Promise.all([
  import('@opentelemetry/sdk-trace-node'),
  import('@opentelemetry/sdk-trace-base'),
  import('@opentelemetry/exporter-trace-otlp-http'),
  import('@opentelemetry/resources'),
  import('@opentelemetry/instrumentation'),
  import('@opentelemetry/instrumentation-http'),
  import('@opentelemetry/instrumentation-pg'),
  import('@opentelemetry/instrumentation-ioredis'),
  import('@opentelemetry/instrumentation-undici'),
]);

/** What a span may say. Addresses, queries, header and error texts can name people, so only what is listed leaves. */
const allowed =
  /^(http\.(request\.method|response\.status_code|route)|url\.scheme|server\.(address|port)|db\.|messaging\.|cloudevents\.event_type|janela\.|error\.type|network\.protocol\.)/;

const discretion = {
  onStart() {},
  onEnd(span) {
    for (const name of Object.keys(span.attributes))
      if (!allowed.test(name)) Reflect.deleteProperty(span.attributes, name);
    for (const { attributes = {} } of span.events) {
      delete attributes['exception.message'];
      delete attributes['exception.stacktrace'];
    }
    // What the database or a library said about an error; our own codes are attributes.
    delete span.status.message;
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

// A share out of range is refused by the service's configuration a moment later, in words.
const share = Math.min(1, Math.max(0, Number(process.env.JANELA_TRACE_SHARE || 1) || 0));
const url = process.env.JANELA_OTLP_URL;
const sent = url && URL.canParse(url) ? [new BatchSpanProcessor(new OTLPTraceExporter({ url: tracesUrl(url) }))] : [];

const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ 'service.name': serviceName() }),
  sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
  spanProcessors: [discretion, ...sent],
});
provider.register();

const unwatched = /^\/(health|metrics)\b/;

registerInstrumentations({
  tracerProvider: provider,
  instrumentations: [
    new HttpInstrumentation({
      ignoreIncomingRequestHook: ({ url: target }) => unwatched.test(target ?? ''),
      requireParentforOutgoingSpans: true,
    }),
    // Pollers and sweepers ask all day; only statements of a request, message or job are of interest.
    new PgInstrumentation({ requireParentSpan: true, enhancedDatabaseReporting: false, ignoreConnectSpans: true }),
    new IORedisInstrumentation({ requireParentSpan: true, dbStatementSerializer: (command) => command }),
    new UndiciInstrumentation({ requireParentforSpans: true }),
  ],
});

function tracesUrl(base) {
  return base.endsWith('/v1/traces') ? base : `${base.replace(/\/$/, '')}/v1/traces`;
}

function serviceName() {
  const [, folder] = /[\\/]services[\\/]([\w-]+)[\\/]/.exec(process.argv[1] ?? '') ?? [];
  return process.env.OTEL_SERVICE_NAME || folder || 'janela';
}
