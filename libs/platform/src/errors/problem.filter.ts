import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { problemOf, refusalOf } from './problem.ts';

/** Turns everything that is thrown while a request is served into `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    if (refusal.status >= 500) this.#report(error, refusal.code);
    // A stream that broke half way: the status has gone out, only cutting the connection tells the caller.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    // Whoever is still sending would never be heard to the end.
    if (!request.raw.complete) void reply.header('connection', 'close');
    void reply
      .status(refusal.status)
      .headers(refusal.options.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(refusal)));
  }

  #report(error: unknown, code: string): void {
    const err = error instanceof Error ? error : new Error(`something that is no error was thrown: ${typeof error}`);
    trace.getActiveSpan()?.setAttribute('janela.refusal', code);
    trace.getActiveSpan()?.setStatus({ code: 2, message: code });
    this.#log.error(code, { err });
  }
}
