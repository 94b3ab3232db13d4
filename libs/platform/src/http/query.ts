import type { FastifyInstance } from 'fastify';

import { ForbiddenField, MalformedRequest, RepeatedParameter, TooManyFields } from '../errors/refusals.ts';
import { refuseUnstorable } from './json-scan.ts';

const maxParameters = 100;
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a query string strictly: percent escapes must be UTF-8, a parameter may be given once. Whether a parameter is known is
 * for the route's schema to say.
 */
export function parseQuery(text: string): Record<string, string> {
  const query = Object.create(null) as Record<string, string>;
  const parts = text.split('&').filter((part) => part !== '');
  if (parts.length > maxParameters) throw new TooManyFields(`More than ${maxParameters} query parameters`);
  for (const part of parts) {
    const separator = part.includes('=') ? part.indexOf('=') : part.length;
    const name = decode(part.slice(0, separator));
    if (forbiddenNames.has(name)) throw new ForbiddenField(`"${name}" is never accepted`);
    if (name in query) throw new RepeatedParameter(`"${name.slice(0, 64)}" is given twice`);
    query[name] = decode(part.slice(separator + 1));
  }
  return query;
}

function decode(text: string): string {
  const decoded = decodeUri(text.replaceAll('+', ' '));
  refuseUnstorable(decoded);
  return decoded;
}

function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MalformedRequest('The query has a percent sign that is not followed by valid UTF-8');
  }
}

/** Puts the strict reading in the place of the framework's, which takes repeated and undecodable parameters as they come. */
export function readQueries(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const url = request.raw.url ?? '';
    const start = url.indexOf('?');
    try {
      for (const value of Object.values((request.params ?? {}) as Record<string, string>)) refuseUnstorable(value);
      request.query = start < 0 ? {} : parseQuery(url.slice(start + 1));
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}
