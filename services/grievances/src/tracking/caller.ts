import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Where a request came from: the other end of the connection, and the addresses that the proxies before it name. */
export interface Origin {
  ip: string;
  forwardedFor: string | undefined;
}

/** Passes the origin of the request to a route. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Origin => {
  const { ip, headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const forwardedFor = headers['x-forwarded-for'];
  return { ip, forwardedFor: typeof forwardedFor === 'string' ? forwardedFor : undefined };
});

/** Returns the address to count by: behind `hops` proxies of our own, what the outermost of them says. What it received itself may be forged. */
export function addressOf({ ip, forwardedFor = '' }: Origin, hops: number): string {
  if (hops === 0) return ip;
  return forwardedFor.split(',').at(-hops)?.trim() || ip;
}
