import type { Socket } from 'node:net';

import type { FastifyReply, FastifyRequest } from 'fastify';

import type { AppError } from '../errors/app-error.ts';
import { problemOf, routerRefusal } from './problem.ts';
import { HeadersTooLarge, MalformedRequest, RequestTooSlow } from '../errors/refusals.ts';
import { defaultBodyBytes } from './body.ts';

/** The limits of the HTTP server, each written out. */
export const serverOptions = {
  bodyLimit: defaultBodyBytes,
  // For the whole request: a large file on a slow line.
  requestTimeout: 300_000,
  keepAliveTimeout: 72_000,
  maxRequestsPerSocket: 0,
  exposeHeadRoutes: true,
  // Requests on open connections are answered; new connections are no longer accepted.
  return503OnClosing: false,
  forceCloseConnections: 'idle' as const,
  routerOptions: { maxParamLength: 200 },
  // Behind the gateway every address is the gateway's; nothing here depends on the caller's.
  trustProxy: false,
  logger: false,
  clientErrorHandler: refuseOnSocket,
  frameworkErrors: refuseAddress,
};

/** Refuses what the router does not take, before any hook runs. */
function refuseAddress(error: { code: string }, _request: FastifyRequest, reply: FastifyReply): void {
  const refusal = routerRefusal(error);
  void reply
    .status(refusal.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(refusal)));
}

/** Refuses what Node does not take, before there is a request, in the same words as everything else. */
function refuseOnSocket(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = rawRefusal(error.code);
  const body = JSON.stringify(problemOf(refusal));
  const head = [
    `HTTP/1.1 ${refusal.status} ${refusal.title}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function rawRefusal(code: string | undefined): AppError {
  if (code === 'HPE_HEADER_OVERFLOW') return new HeadersTooLarge();
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new RequestTooSlow();
  return new MalformedRequest('It is not HTTP as this server speaks it');
}
