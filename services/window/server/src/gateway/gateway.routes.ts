import type { OtherRoute } from '@janela/platform';

import { serviceNames } from '../window.config.ts';

/** The gateway's routes, for the document of the window: they are Fastify's, which streams what it forwards. */
export const gatewayRoutes: readonly OtherRoute[] = (['get', 'post', 'put', 'patch', 'delete'] as const).map(
  (method) => ({
    method,
    path: '/api/{service}/v1/{path}',
    operationId: `Gateway.${method}`,
    summary: 'Forwards to /v1/… of a service, and answers as that does; a path has as many segments as there.',
    parameters: [
      { name: 'service', in: 'path', required: true, schema: { type: 'string', enum: serviceNames } },
      { name: 'path', in: 'path', required: true, schema: { type: 'string' } },
    ],
    produces: ['application/json'],
  }),
);
