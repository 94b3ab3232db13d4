import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Where a request came from: the other end of the line, and whom the proxies before it say they heard it from. */
export interface Origin {
  ip: string;
  forwardedFor: string | undefined;
}

/** Gives a route the origin of the request. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Origin => {
  const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const forwardedFor = headers['x-forwarded-for'];
  return { ip, forwardedFor: typeof forwardedFor === 'string' ? forwardedFor : undefined };
});

/** The address to count by. Behind so many proxies of our own, what the outermost of them says; what came to it is anybody's claim. */
export function addressOf({ ip, forwardedFor = '' }: Origin, hops: number): string {
  if (hops === 0) return ip;
  return forwardedFor.split(',').at(-hops)?.trim() || ip;
}
