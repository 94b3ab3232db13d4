import { Logger } from '@nestjs/common';
import { type AppError, NoSuchRoute, problemOf, refusalOf, requestContext, withTraceparent } from '@janela/platform';
import type { Middleware } from 'koa';
import { errors, type Provider } from 'oidc-provider';

import { SignInExpired } from '../identity.errors.ts';
import { type Stop, stopPage } from '../pages/plain.pages.ts';
import { signIn } from '../sign-in/sign-in.ts';
import type { HttpParts } from './http-parts.ts';
import { operations } from './operations.ts';
import { securityHeaders } from './security-headers.ts';
import { serveAssets } from './serve-assets.ts';
import { speakAsIssuer } from './speak-as-issuer.ts';
import { languageOf, settingOf } from '../pages/setting.ts';

/** What a request meets before the issuer's own routes, in this order. */
export function pipeline(provider: Provider, parts: HttpParts): Middleware[] {
  return [
    followRequests(parts), //             ids, one log line and one measurement for each request
    securityHeaders(parts.config), //     what a browser may do with our pages
    serveAssets, //                       style sheet, typeface, mark
    explainErrors(parts), //              a page in plain words for whatever is thrown
    operations(parts), //                 health and metrics
    speakAsIssuer(parts.config), //       one address, whatever the request says
    signIn(provider, parts), //           our own pages
    followSignOuts(provider, parts), //   the trail of who left
  ];
}

/** The issuer says that a person has signed out before it answers; the answer waits until the trail says so too. */
function followSignOuts(provider: Provider, { watch }: HttpParts): Middleware {
  const left = new WeakMap<object, string>();
  provider.on('end_session.success', ({ req, oidc }) => {
    if (oidc.params?.['logout'] && oidc.session?.accountId !== undefined) left.set(req, oidc.session.accountId);
  });
  return async (context, next) => {
    await next();
    const personId = left.get(context.req);
    if (personId !== undefined) await watch.signedOut(personId);
  };
}

const quiet = /^\/(health|metrics|assets)\b/;
const known =
  /^\/($|auth$|auth\/|token$|token\/(revocation|introspection)$|jwks$|session\/end|\.well-known\/|sign-in\/|health\/|metrics$|assets\/)/;

function followRequests({ metrics }: HttpParts): Middleware {
  const log = new Logger('Http');
  return async (context, next) => {
    const began = performance.now();
    const route = templateOf(context.path);
    const traceparent = context.get('traceparent') || undefined;
    const name = `${context.method} ${route}`;
    await withTraceparent(
      traceparent,
      async () => {
        context.set('x-request-id', requestContext()?.requestId ?? '');
        try {
          await next();
        } finally {
          const ms = performance.now() - began;
          metrics.httpSeconds.observe({ method: context.method, route, status: String(context.status) }, ms / 1_000);
          const line = { method: context.method, route, status: context.status, ms: Math.round(ms * 10) / 10 };
          if (quiet.test(route)) log.debug(line, 'request');
          else log.log(line, 'request');
        }
      },
      { name, kind: 'internal' },
    );
  };
}

/** The address without what changes in it; anything unknown is one. */
function templateOf(path: string): string {
  if (!known.test(path)) return 'none';
  return path.replace(/^\/(auth|sign-in|assets)\/.*$/, '/$1/:id');
}

/** The issuer explains its own errors; these are of our pages, and of addresses that do not exist. */
function explainErrors({ config }: HttpParts): Middleware {
  const log = new Logger('Pages');
  return async (context, next) => {
    try {
      await next();
      if (context.status === 404 && context.body === undefined) throw new NoSuchRoute();
    } catch (error) {
      const refusal = refusalFor(error);
      if (refusal.status >= 500) log.error({ err: error }, 'A page failed');
      context.status = refusal.status;
      if (context.accepts('html', 'json') === 'json') {
        context.type = 'application/problem+json';
        context.body = JSON.stringify(problemOf(refusal));
      } else {
        context.type = 'html';
        context.body = stopPage(settingOf(config, languageOf(context)), ...explanation(refusal));
      }
    }
  };
}

function refusalFor(error: unknown): AppError {
  if (error instanceof errors.SessionNotFound) return new SignInExpired();
  return refusalOf(error);
}

function explanation(refusal: AppError): [Stop, string?] {
  if ((refusal as object) instanceof SignInExpired) return ['expired'];
  if (refusal.status === 404) return ['missing'];
  return refusal.status < 500 ? ['refused', refusal.code] : ['failed', requestContext()?.traceId];
}
