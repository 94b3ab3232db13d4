import { mustBringOperationsToken } from '@janela/platform';
import type { Middleware } from 'koa';

import type { HttpParts } from './http-parts.ts';

/** What orchestrators and monitors ask: `/health/live`, `/health/ready`, `/metrics`. */
export function operations({ config, health, metrics }: Pick<HttpParts, 'config' | 'health' | 'metrics'>): Middleware {
  return async (context, next) => {
    const kind = /^\/health\/(live|ready)$/.exec(context.path)?.[1] as 'live' | 'ready' | undefined;
    if (context.method !== 'GET' || (!kind && context.path !== '/metrics')) return next();
    context.set('cache-control', 'no-store');
    if (kind) {
      const report = await health.report(kind);
      context.status = report.status === 'ok' ? 200 : 503;
      context.body = report;
    } else {
      mustBringOperationsToken(config, context.get('authorization') || undefined);
      context.type = 'text/plain; version=0.0.4; charset=utf-8';
      context.body = await metrics.registry.metrics();
    }
  };
}
