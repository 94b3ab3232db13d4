import { InvalidRequest } from '@janela/platform';
import type { Middleware } from 'koa';

import type { IdentityConfig } from '../identity.config.ts';

/**
 * Makes every address that is given out, and whether cookies are for https only, follow the issuer's own address: not what the
 * request says about the way it came, which any sender can write.
 */
export function speakAsIssuer(config: IdentityConfig): Middleware {
  const { host, protocol } = new URL(config.JANELA_OIDC_ISSUER);
  return (context, next) => {
    if (!context.originalUrl.startsWith('/'))
      throw new InvalidRequest('It names a whole address where only a path is taken');
    context.req.headers.host = host;
    delete context.req.headers['x-forwarded-host'];
    Object.defineProperty(context.request, 'protocol', { value: protocol.slice(0, -1) });
    return next();
  };
}
