import { Transform, type TransformCallback } from 'node:stream';

import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { AppError } from '../errors/app-error.ts';
import { BodyTooLarge, NotJson, NotUtf8, UnsupportedMediaType } from '../errors/refusals.ts';
import { inspectJson, measureJson } from './json-scan.ts';

export const defaultBodyBytes = 1_048_576;

/** What a route that takes a file accepts. */
export interface UploadOptions {
  mediaTypes: readonly string[];
  maxBytes: number;
}

/** The route takes a file: `@Body()` is then a stream of its bytes, which fails with 413 when it runs over. */
export function Upload(options: UploadOptions): MethodDecorator {
  return applyDecorators(
    RouteConfig({ upload: options }),
    ApiConsumes(...options.mediaTypes),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );
}

/** A body that cannot be read. It is refused once it is known that the caller may call the route at all. */
export class UnreadableBody {
  constructor(readonly refusal: Error) {}
}

/** Bodies are JSON in UTF-8, of limited size and depth; anything else only where a route says `@Upload`. */
export function readBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const upload = uploadOf(route);
    if (upload) route.bodyLimit = upload.maxBytes;
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return done();
    done(
      new UnsupportedMediaType('A compressed body is not read here', { headers: { 'accept-encoding': 'identity' } }),
    );
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const upload = uploadOf(request.routeOptions);
    if (upload && !upload.mediaTypes.includes('application/json'))
      return done(null, new UnreadableBody(unsupported(upload)));
    try {
      done(null, parseJsonBody(request, body as Buffer));
    } catch (error) {
      done(null, new UnreadableBody(error as Error));
    }
  });
  fastify.addContentTypeParser('*', (request, payload, done) => {
    const upload = uploadOf(request.routeOptions);
    if (!upload?.mediaTypes.includes(mediaTypeOf(request))) return done(null, new UnreadableBody(unsupported(upload)));
    done(null, payload.pipe(new ByteLimit(upload.maxBytes)));
  });
}

function parseJsonBody(request: FastifyRequest, body: Buffer): unknown {
  const charset = /;\s*charset\s*=\s*"?([^";]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/i.test(charset.trim()))
    throw new UnsupportedMediaType('JSON is read as UTF-8 only');
  if (body.length === 0) return undefined;
  return parseJson(decodeUtf8(body));
}

/** Bytes as text; refuses what is not UTF-8. A byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotUtf8();
  }
}

function parseJson(text: string): unknown {
  measureJson(text);
  const value = parsed(text);
  inspectJson(text);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message repeats a piece of the body.
    throw new NotJson();
  }
}

function uploadOf(route: { config?: unknown }): UploadOptions | undefined {
  return (route.config as { upload?: UploadOptions } | undefined)?.upload;
}

function mediaTypeOf(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

function unsupported(upload: UploadOptions | undefined): AppError {
  const accepted = upload?.mediaTypes.join(', ') ?? 'application/json';
  return new UnsupportedMediaType(`This address reads ${accepted}`, { headers: { accept: accepted } });
}

/** Passes bytes on until there are too many; a body without Content-Length shows its size only on the way. */
class ByteLimit extends Transform {
  private left: number;

  constructor(maxBytes: number) {
    super();
    this.left = maxBytes;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.left -= chunk.length;
    if (this.left < 0) done(new BodyTooLarge());
    else done(null, chunk);
  }
}
