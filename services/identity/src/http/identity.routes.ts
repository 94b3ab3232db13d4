import type { OtherRoute } from '@janela/platform';
import { z } from 'zod';

const Wellness = z.enum(['ok', 'failing']);

const HealthReport = z.object({ status: Wellness, checks: z.record(z.string(), Wellness) });

const uid = [{ name: 'uid', in: 'path' as const, required: true, schema: { type: 'string' as const } }];

const form = {
  required: true,
  content: {
    'application/x-www-form-urlencoded': {
      schema: {
        type: 'object' as const,
        required: ['email', 'password'],
        properties: { email: { type: 'string' as const }, password: { type: 'string' as const } },
      },
    },
  },
};

/**
 * The routes of identity's own, for its document: they are Koa's, as the issuer is. Those of OpenID Connect are in
 * `/.well-known/openid-configuration`.
 */
export const identityRoutes: readonly OtherRoute[] = [
  {
    method: 'get',
    path: '/health/live',
    operationId: 'Operations.live',
    summary: 'Whether the process lives; 503 where it should be started again',
    produces: ['application/json'],
    answers: HealthReport,
  },
  {
    method: 'get',
    path: '/health/ready',
    operationId: 'Operations.ready',
    summary: 'Whether requests may come here; 503 where not',
    produces: ['application/json'],
    answers: HealthReport,
  },
  {
    method: 'get',
    path: '/metrics',
    operationId: 'Operations.metrics',
    summary: 'Figures for Prometheus, to callers with the operations token',
    security: [{ token: [] }],
    produces: ['text/plain'],
  },
  {
    method: 'get',
    path: '/sign-in/{uid}',
    operationId: 'SignIn.show',
    summary: 'The page of a sign-in that the window has begun',
    parameters: uid,
    produces: ['text/html'],
  },
  {
    method: 'post',
    path: '/sign-in/{uid}',
    operationId: 'SignIn.submit',
    summary: 'Signs in, and goes on to the window; the page again where it does not fit',
    parameters: uid,
    requestBody: form,
    status: 303,
    produces: ['text/html'],
  },
];
