import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';

import { actorOf } from '../auth/allow.ts';
import { Database } from '../database/database.ts';
import { requestContext } from '../context/request-context.ts';
import { settleKey } from '../idempotency/answer-once.ts';
import { keyOf, keyRefusal, takesKey } from '../idempotency/idempotency-key.ts';
import { CannotAsk, KeyDone, KeyVoid } from '../idempotency/idempotency.errors.ts';

/**
 * Serves a request that asks what became of its Idempotency-Key, before its body is looked at: nothing is ever done by asking. What
 * was done gives its first answer again; what was not, is given up for good.
 */
@Injectable()
export class AskedAfter implements NestInterceptor {
  constructor(private readonly database: Database) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.headers['idempotency-ask'] === undefined) return next.handle();
    const [actor, key, route] = [actorOf(request), keyOf(request), requestContext()?.route];
    if (!actor || key === undefined || route === undefined || !takesKey(context.getHandler())) throw new CannotAsk();
    const refusal = keyRefusal(key);
    if (refusal) throw refusal;
    const became = await this.database.write(actor, (tx) => settleKey(tx, actor, route, key));
    if (became === 'void') throw new KeyVoid();
    return next.handle().pipe(
      catchError(() => {
        throw new KeyDone();
      }),
    );
  }
}
