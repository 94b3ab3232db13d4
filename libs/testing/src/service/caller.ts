/** What a service answered. `body` is the JSON of the answer, `text` whatever it was. */
export interface Answer<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: T;
  text: string;
}

type Extra = Readonly<Record<string, string>>;

/** Somebody who asks a service things over HTTP. A body that is neither text nor bytes is sent as JSON. */
export class Caller {
  constructor(
    private readonly address: string,
    private readonly token: string | undefined,
  ) {}

  get<T = Record<string, unknown>>(path: string, headers?: Extra): Promise<Answer<T>> {
    return this.send('GET', path, undefined, headers);
  }

  post<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>> {
    return this.send('POST', path, body, headers);
  }

  put<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>> {
    return this.send('PUT', path, body, headers);
  }

  patch<T = Record<string, unknown>>(path: string, body?: unknown, headers?: Extra): Promise<Answer<T>> {
    return this.send('PATCH', path, body, headers);
  }

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Extra = {},
  ): Promise<Answer<T>> {
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
