import {
  type AnswerOf,
  type Api,
  type BodyOf,
  bodyOf,
  type Checked,
  conditions,
  type OperationAt,
  type ServiceName,
} from '@janela/api-client';

import { api } from './client.ts';

/** A request that changes something, not sent yet: what it is known by, and what it answers. */
export interface Change<Answer> {
  method: 'post' | 'put' | 'patch';
  /** The service and its path: `/payments/v1/cycles`. */
  path: string;
  body?: unknown;
  /** The version that the change is made on; a lost race is refused with 412. */
  version?: number;
  /** Never there: the type of the answer. */
  answer?: Answer;
}

/** A change on its way. */
export interface SentChange<Answer> extends Change<Answer> {
  /** Makes a retry safe: the same key gives the first answer again. */
  idempotencyKey: string;
  /** Does nothing but ask what became of the key; what was not done by then never is. */
  isQuestion?: boolean;
}

/** What goes with it: the body of the document, where a file is one that the page was given. */
type Given<Operation> = { version?: number } & ([BodyOf<Operation>] extends [never]
  ? { body?: undefined }
  : { body: BodyOf<Operation> extends string ? Blob : BodyOf<Operation> });

/** Returns a change, by a path and a body that the service has by its document. */
export const changeOf = <
  Service extends ServiceName,
  Method extends Change<unknown>['method'],
  const Path extends string,
>(
  service: Service,
  method: Method,
  path: Path & Checked<Service, Method, Path>,
  given: Given<OperationAt<Service, Method, Path>>,
): Change<AnswerOf<OperationAt<Service, Method, Path>>> => ({ method, path: `/${service}${path}`, ...given });

/** Sends a change, which may have been kept on the device since. */
export function sendChange<Answer>(
  { method, path, body, isQuestion, ...about }: SentChange<Answer>,
  by: Api = api,
): Promise<Answer> {
  const [, service = '', ...rest] = path.split('/');
  const request = by[service as ServiceName].request as (
    method: string,
    path: string,
    init: object,
  ) => Promise<{ data?: Answer }>;
  const isFile = body instanceof Blob;
  return bodyOf(
    request(method, `/${rest.join('/')}`, {
      body,
      headers: {
        ...(isFile && { 'content-type': 'text/csv' }),
        ...conditions(about),
        ...(isQuestion && { 'idempotency-ask': '1' }),
      },
      ...(isFile && { bodySerializer: (file: Blob) => file }),
    }),
  );
}
