import type { AnswerOf, BodyOf, Checked, Method, OperationAt, ServiceName } from '@janela/api-client';
import type { Problem } from '@janela/contracts';

/** What a service answered. `body` is the JSON of the answer, `text` whatever it was. */
export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

type Extra = Readonly<Record<string, string>>;

/** A caller of a service over HTTP. A body that is neither text nor bytes is sent as JSON. */
export interface UntypedCaller {
  get<T = Record<string, unknown>>(path: string, headers?: Extra): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>>;
  put<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>>;
  patch<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>>;
  send<T = Record<string, unknown>>(method: string, path: string, body?: unknown, headers?: Extra): Promise<Answer<T>>;
  readonly untyped: UntypedCaller;
}

/** What of a refusal stands in a body besides the fields of the answer. */
type OrRefusal<Body> = Body & Omit<Partial<Problem>, keyof Body>;

type Answered<Operation> = Promise<Answer<OrRefusal<AnswerOf<Operation>>>>;

type Sent<Operation> = [BodyOf<Operation>] extends [never]
  ? [body?: undefined, headers?: Extra]
  : [body: BodyOf<Operation>, headers?: Extra];

type Asks<Service extends ServiceName> = <const Path extends string>(
  path: Path & Checked<Service, 'get', Path>,
  headers?: Extra,
) => Answered<OperationAt<Service, 'get', Path>>;

type Sends<Service extends ServiceName, M extends Method> = <const Path extends string>(
  path: Path & Checked<Service, M, Path>,
  ...sent: Sent<OperationAt<Service, M, Path>>
) => Answered<OperationAt<Service, M, Path>>;

/**
 * A caller of a service whose OpenAPI document is known: a path, a name in its query or a body that the document does not have does
 * not compile. A spec that means to send one goes through `untyped`.
 */
export interface TypedCaller<Service extends ServiceName> extends Pick<UntypedCaller, 'send' | 'untyped'> {
  get: Asks<Service>;
  post: Sends<Service, 'post'>;
  put: Sends<Service, 'put'>;
  patch: Sends<Service, 'patch'>;
}

/** A caller of a service by its name; of one without a document where none is given. */
export type Caller<Service extends ServiceName | undefined = undefined> = Service extends ServiceName
  ? TypedCaller<Service>
  : UntypedCaller;

class HttpCaller implements UntypedCaller {
  constructor(
    private readonly address: string,
    private readonly token: string | undefined,
  ) {}

  get untyped(): UntypedCaller {
    return this;
  }

  get<T>(path: string, headers?: Extra): Promise<Answer<T>> {
    return this.send('GET', path, undefined, headers);
  }

  post<T>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>> {
    return this.send('POST', path, body, headers);
  }

  put<T>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>> {
    return this.send('PUT', path, body, headers);
  }

  patch<T>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>> {
    return this.send('PATCH', path, body, headers);
  }

  async send<T>(method: string, path: string, body?: unknown, headers: Extra = {}): Promise<Answer<T>> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : {}) as T, text };
  }
}

/** Makes a caller with a token, or without one. Its types are those of the document, which the service's own spec holds it to. */
export const Caller = HttpCaller as new <Service extends ServiceName | undefined = undefined>(
  address: string,
  token: string | undefined,
) => Caller<Service>;
