import type { FastifyRequest } from 'fastify';

import { ForeignRequest } from '../window.errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that another site made the browser send. A change must come from this origin, and through `fetch` also with the
 * header `X-Janela-Window`, which another origin cannot set without asking.
 */
export function mustComeFromTheWindow(request: FastifyRequest, publicUrl: string, byFetch: boolean): void {
  if (safeMethods.has(request.method)) return;
  const { origin } = request.headers;
  if (origin !== new URL(publicUrl).origin) throw new ForeignRequest();
  if (byFetch && request.headers['x-janela-window'] !== '1') throw new ForeignRequest();
}

/** A path of this window to go back to after signing in; anything that could lead elsewhere becomes the first page. */
export function pathHere(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(wanted) ? wanted : '/';
}

/** Whether a person caused a request; what a page asks for by itself while no one touches it says so in a header. */
export function isUsed(request: FastifyRequest): boolean {
  return request.headers['x-janela-background'] !== '1';
}
