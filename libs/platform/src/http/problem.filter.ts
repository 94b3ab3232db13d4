import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { requestContext } from '../context/request-context.ts';
import type { AppError } from '../errors/app-error.ts';
import { problemOf, refusalOf } from './problem.ts';

/** Refuses as `application/problem+json` whatever is thrown while a request is served. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    this.note(error, refusal);
    // A stream that broke half way: the status has gone out, only closing the connection informs the caller.
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    // A caller that is still sending would not be read to the end.
    if (!request.raw.complete) void reply.header('connection', 'close');
    void reply
      .status(refusal.status)
      .headers(refusal.options.headers ?? {})
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(refusal)));
  }

  /** A refusal of ours stands in the request's log line; what only became one, the database's or a bug, is logged as it was. */
  private note(error: unknown, refusal: AppError): void {
    const context = requestContext();
    if (context) context.refusal = refusal.code;
    trace.getActiveSpan()?.setAttribute('janela.refusal', refusal.code);
    if (refusal.status >= 500) {
      trace.getActiveSpan()?.setStatus({ code: SpanStatusCode.ERROR });
      this.log.error(refusal.code, { err: asError(error) });
    } else if (error !== refusal && !(error instanceof HttpException)) {
      this.log.warn(refusal.code, { err: asError(error) });
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(`something that is no error was thrown: ${typeof error}`);
}
