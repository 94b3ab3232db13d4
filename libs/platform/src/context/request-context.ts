import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known about the request (or event, or job) being worked on, wherever the code happens to be. */
export interface RequestContext {
  requestId: string;
  /** 32 hex digits, also when no tracer runs: it is what a caller quotes when something went wrong. */
  traceId: string;
  /** The W3C `traceparent` to pass on when no tracer runs. */
  traceparent: string;
  /** Method and route template, `POST /v1/households/:id/move`; never the address itself, which may hold a name. */
  route?: string;
  actorId?: string;
  /** The code of the refusal that was answered. */
  refusal?: string;
  /** Set when the answer is a stored one. */
  replayed?: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request being worked on; undefined outside of one. */
export function requestContext(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` with `context` as the request context. */
export function inRequestContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}
