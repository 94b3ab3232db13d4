import type { Middleware } from 'koa';

import { assets } from '../pages/assets.ts';

/** Serves the few files that the pages refer to. */
export const serveAssets: Middleware = (context, next) => {
  const asset = assets.get(context.path);
  if (!asset || (context.method !== 'GET' && context.method !== 'HEAD')) return next();
  context.set('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=86400');
  context.type = asset.type;
  context.body = asset.body;
  return Promise.resolve();
};
