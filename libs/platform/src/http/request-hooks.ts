import { randomUUID } from 'node:crypto';

import { trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Metrics } from '../health/metrics.ts';
import type { Log } from '../logs/logger.ts';
import { childPlace, formatTraceparent, parseTraceparent } from '../telemetry/traceparent.ts';
import { inRequestContext, requestContext, type RequestContext } from '../context/request-context.ts';

const quiet = /^\/(health|metrics)\b/;
const requestIdPattern = /^[\w.-]{8,64}$/;
const contexts = new WeakMap<FastifyRequest, RequestContext>();

/** Sets up for every request its context (ids), one log line, one measurement; answers carry `x-request-id`. */
export function logRequests(fastify: FastifyInstance, log: Log, metrics: Metrics): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const context = contextOf(request);
    contexts.set(request, context);
    void reply.header('x-request-id', context.requestId);
    inRequestContext(context, done);
  });
  // Reading the body loses the asynchronous context; this is the first hook after it.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const context = contexts.get(request);
    if (context) inRequestContext(context, done);
    else done();
  });
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    // A connection that was busy when the server closed would be kept open for ever after.
    if (closing) void reply.header('connection', 'close');
    if (contexts.get(request)?.replayed) void reply.header('idempotency-replayed', 'true');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const context = contexts.get(request);
    if (context) inRequestContext(context, () => logAndMeasure(request, reply, log, metrics));
    done();
  });
}

function contextOf(request: FastifyRequest): RequestContext {
  const given = request.headers['x-request-id'];
  const requestId = typeof given === 'string' && requestIdPattern.test(given) ? given : randomUUID();
  const header = request.headers.traceparent;
  const place = childPlace(parseTraceparent(typeof header === 'string' ? header : undefined));
  const traceId = trace.getActiveSpan()?.spanContext().traceId ?? place.traceId;
  const template = request.routeOptions.url;
  return {
    requestId,
    traceId,
    traceparent: formatTraceparent(place),
    ...(template !== undefined && { route: `${request.method} ${template}` }),
  };
}

function logAndMeasure(request: FastifyRequest, reply: FastifyReply, log: Log, metrics: Metrics): void {
  // The template, never the address: a search has a name in it.
  const route = request.routeOptions.url ?? 'none';
  const [method, status, ms] = [request.method, reply.statusCode, reply.elapsedTime];
  metrics.httpSeconds.observe({ method, route, status: String(status) }, ms / 1_000);
  const level = quiet.test(route) ? 'debug' : 'info';
  const refusal = requestContext()?.refusal;
  log.pino[level](
    { method, route, status, ...(refusal !== undefined && { refusal }), ms: Math.round(ms * 10) / 10 },
    'request',
  );
}
