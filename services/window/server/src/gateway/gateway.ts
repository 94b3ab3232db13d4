import fastifyReplyFrom from '@fastify/reply-from';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AppError, InjectConfig, problemOf, refusalOf } from '@janela/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Cookies } from '../session/cookies.ts';
import { isUsed, mustComeFromTheWindow } from '../session/own-pages.ts';
import { SessionsService } from '../session/sessions.service.ts';
import { serviceAddresses, type WindowConfig } from '../window.config.ts';
import { NotSignedIn, ServiceUnavailable, UnknownService } from '../window.errors.ts';
import { behind } from './behind.ts';

const log = new Logger('Gateway');
const maxBodyBytes = 64 * 1_048_576;

/** What is passed on to a service; cookies and the browser's own headers stay here. */
const forwardedHeaders = [
  'accept',
  'accept-language',
  'content-type',
  'content-length',
  'if-match',
  'idempotency-key',
  'idempotency-ask',
  'traceparent',
];

/**
 * Forwards `/api/<service>/…` as `/…` to that service, with the session's token as bearer. A bearer token that the caller brings is
 * passed on as it is, so that machines may use the same addresses. Bodies are streamed, never read.
 */
@Injectable()
export class Gateway implements OnModuleInit {
  private readonly services: ReadonlyMap<string, string>;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
    @InjectConfig() private readonly config: WindowConfig,
  ) {
    this.services = serviceAddresses(config);
  }

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    await fastify.register(async (api) => {
      api.removeAllContentTypeParsers();
      api.addContentTypeParser('*', { bodyLimit: maxBodyBytes }, (_request, body, done) => done(null, body));
      const silenceMs = this.config.JANELA_ANSWER_SECONDS * 1_000;
      const undici = { connections: 64, headersTimeout: silenceMs, bodyTimeout: silenceMs };
      await api.register(fastifyReplyFrom, { disableRequestLogging: true, undici });
      api.setErrorHandler((error, _request, reply) => refuse(reply, error));
      api.all('/api/:service/*', { bodyLimit: maxBodyBytes }, (request, reply) => this.forward(request, reply));
    });
  }

  private async forward(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const address = this.services.get((request.params as { service: string }).service);
    if (!address) throw new UnknownService();
    const { target, query } = behind(address, request.url);
    const authorization = await this.authorization(request);
    return reply.from(target, {
      queryString: () => query,
      rewriteRequestHeaders: (_request, headers) => ({
        ...Object.fromEntries(forwardedHeaders.flatMap((name) => (headers[name] ? [[name, headers[name]]] : []))),
        'x-forwarded-for': [headers['x-forwarded-for'] ?? [], request.ip].flat().join(', '),
        ...(authorization && { authorization }),
      }),
      onError: (failed) => void refuse(failed as unknown as FastifyReply, new ServiceUnavailable()),
    });
  }

  /** The caller's own bearer, else the session's; nothing at all for what is public. */
  private async authorization(request: FastifyRequest): Promise<string | undefined> {
    const { authorization } = request.headers;
    if (authorization) return authorization;
    mustComeFromTheWindow(request, this.config.JANELA_PUBLIC_URL, true);
    return this.sessions.accessToken(this.cookies.find(request, 'janela'), { used: isUsed(request) }).then(
      (token) => `Bearer ${token}`,
      (error: unknown) => {
        if (error instanceof NotSignedIn) return undefined;
        throw error;
      },
    );
  }
}

function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = refusalOf(error);
  if (refusal.status >= 500 && !(error instanceof AppError)) log.error(refusal.code, { err: error });
  return reply
    .status(refusal.status)
    .headers(refusal.options.headers ?? {})
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(refusal)));
}
