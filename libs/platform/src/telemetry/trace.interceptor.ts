import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

/** Names the request's span after the code that answers it, `HouseholdsController.register`: an address may hold a name. */
@Injectable()
export class TraceInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    trace
      .getActiveSpan()
      ?.updateName(`${context.getClass().name}.${context.getHandler().name}`)
      .setAttribute('http.route', request.routeOptions.url ?? '');
    return next.handle();
  }
}
