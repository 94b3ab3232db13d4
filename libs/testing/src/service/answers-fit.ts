import { isDeepStrictEqual } from 'node:util';

import type { CallHandler, DynamicModule, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { answersOf } from '@janela/platform';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';

/** Holds every answer of a service under test to the schema that its route declares: nothing missing, wrong, or unannounced. */
export class AnswersFit implements NestInterceptor {
  private readonly misfits = new Set<string>();

  /** The application that `startService` asks for, watched. */
  async watch(root: DynamicModule, adapter: FastifyAdapter): Promise<NestFastifyApplication> {
    const options = { bodyParser: false, bufferLogs: true, abortOnError: false };
    const app = await NestFactory.create<NestFastifyApplication>(root, adapter, options);
    return app.useGlobalInterceptors(this) as NestFastifyApplication;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(tap((answer) => this.look(context, answer)));
  }

  /** Throws with a sentence for each route that answered something else. */
  mustFit(): void {
    if (this.misfits.size > 0)
      throw new Error(`Answers differ from what is declared:\n${[...this.misfits].join('\n')}`);
  }

  private look(context: ExecutionContext, answer: unknown): void {
    const schema = answersOf(context.getHandler());
    const mediaType =
      context.switchToHttp().getResponse<FastifyReply>().getHeader('content-type') ?? 'application/json';
    if (!schema || !String(mediaType).startsWith('application/json')) return;
    const sent: unknown = JSON.parse(Buffer.isBuffer(answer) ? answer.toString() : JSON.stringify(answer));
    const { success, data, error } = schema.safeParse(sent);
    if (success && isDeepStrictEqual(data, sent)) return;
    const why = success ? `has fields of its own: ${JSON.stringify(sent)}` : error.message;
    this.misfits.add(`${context.getClass().name}.${context.getHandler().name}: ${why.slice(0, 1_500)}`);
  }
}
