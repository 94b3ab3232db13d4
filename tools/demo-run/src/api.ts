import { setTimeout as sleep } from 'node:timers/promises';

import { UserError } from '@janela/supervisor';

/** What a request may carry besides its address. */
export type RequestOptions = {
  method?: 'POST' | 'PUT' | 'PATCH';
  body?: unknown;
  /** A file, as it is. */
  file?: { bytes: Uint8Array<ArrayBuffer>; type: string };
  /** The same key gives the first answer again: a second `npm start` does nothing twice. Data folders have those that begin with `main-job`. */
  key?: string;
  /** The version that was read, for a change. */
  version?: number;
};

/** What came back, and whether it was the first response to a key that was used before. */
export type ApiResponse<Answer> = { answer: Answer; replayed: boolean };

/** An error that a service answered with: its status and code, to act on. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, address: string) {
    super(`${address} answered ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

const renewBeforeMs = 60_000;
const silenceMs = 60_000;
const triesWhenBusy = 20;
const pauseWhenBusyMs = 1_000;

/** The public API, as one of the demonstration's machine clients uses it: through the gateway, with a token of its own. */
export class Api {
  private readonly gateway: string;
  private readonly issuer: string;
  private readonly login: string;
  private token = '';
  private renewAt = 0;

  constructor({ gateway, issuer, login }: { gateway: string; issuer: string; login: string }) {
    this.gateway = gateway;
    this.issuer = issuer;
    this.login = login;
  }

  /**
   * Asks, and answers what came back. Throws `ApiError` for a refusal. A service that is too busy for now is asked again: a key or a
   * version makes that safe.
   */
  async ask<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
    return (await this.do<Answer>(path, options)).answer;
  }

  /** Like `ask`, and tells a second time from the first. */
  async do<Answer>(path: string, options: RequestOptions = {}): Promise<ApiResponse<Answer>> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.doOnce<Answer>(path, options);
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 503 || tries === triesWhenBusy) throw error;
        await sleep(pauseWhenBusyMs);
      }
    }
  }

  private async doOnce<Answer>(path: string, options: RequestOptions): Promise<ApiResponse<Answer>> {
    const { method = options.body || options.file ? 'POST' : undefined, body, file, key, version } = options;
    const response = await fetch(`${this.gateway}/api${path}`, {
      ...(method && { method }),
      headers: {
        authorization: `Bearer ${await this.bearer()}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(file && { 'content-type': file.type }),
        ...(key && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(file && { body: file.bytes }),
      signal: AbortSignal.timeout(silenceMs),
    });
    const text = await response.text();
    const answer = (text && response.ok ? JSON.parse(text) : undefined) as Answer;
    if (response.ok) return { answer, replayed: response.headers.has('idempotency-replayed') };
    throw new ApiError(response.status, codeIn(text), path);
  }

  /** Like `ask`; a refusal with one of these codes, or a key that was used before, means that it was done before: undefined. */
  async askUnless<Answer>(codes: string[], path: string, options: RequestOptions): Promise<Answer | undefined> {
    try {
      const { answer, replayed } = await this.do<Answer>(path, options);
      return replayed ? undefined : answer;
    } catch (error) {
      if (error instanceof ApiError && codes.includes(error.code)) return undefined;
      throw error;
    }
  }

  /** Every item of a list, page after page. */
  async *list<Item>(path: string): AsyncGenerator<Item> {
    let after: string | null = '';
    while (after !== null) {
      const separator = path.includes('?') ? '&' : '?';
      const from: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const page: { items: Item[]; next: string | null } = await this.ask(`${path}${separator}limit=200${from}`);
      yield* page.items;
      after = page.next;
    }
  }

  private async bearer(): Promise<string> {
    if (Date.now() < this.renewAt) return this.token;
    const client = `demo-${this.login}`;
    const response = await fetch(`${this.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${client}:${client}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    if (!response.ok) throw new UserError(`${this.issuer} gave ${client} no token: it answered ${response.status}.`);
    const { access_token: token, expires_in: seconds } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    this.token = token;
    this.renewAt = Date.now() + seconds * 1_000 - renewBeforeMs;
    return token;
  }
}

function codeIn(text: string): string {
  try {
    return (JSON.parse(text) as { code?: string }).code ?? 'no_code';
  } catch {
    return 'no_json';
  }
}
