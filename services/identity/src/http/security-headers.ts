import type { Middleware } from 'koa';

import type { IdentityConfig } from '../identity.config.ts';

/** What a browser may do with our pages: nothing but show them and send their forms here, and from here on to the window. */
export function securityHeaders(config: IdentityConfig): Middleware {
  // Browsers hold the redirects that follow a form against `form-action` too.
  const onward = [...config.JANELA_WINDOW_REDIRECT_URIS, ...config.JANELA_WINDOW_SIGNED_OUT_URIS].map(
    (uri) => new URL(uri).origin,
  );
  const contentSecurityPolicy = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "script-src 'self'",
    `form-action 'self' ${[...new Set(onward)].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  const headers = {
    'content-security-policy': contentSecurityPolicy,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    // With `no-referrer` browsers send forms without an origin.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(config.JANELA_OIDC_ISSUER.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
    'cache-control': 'no-store',
  };
  return (context, next) => {
    context.set(headers);
    return next();
  };
}
