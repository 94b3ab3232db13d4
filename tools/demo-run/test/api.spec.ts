import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Api, bodyOf, conditions, itemsOf } from '@janela/api-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ApiError, apiOf, bodyUnlessDone } from '../src/api.ts';

const cycleId = '0199f7a2-0000-7000-8000-000000000001';

interface Sent {
  method: string;
  url: string;
  headers: Record<string, unknown>;
  body: string;
}

/** A gateway and an issuer in one, whose next answers are given. */
let server: Server;
let address: string;
let sent: Sent[];
let tokensGiven: number;
let tokenSeconds: number;
let answers: { status: number; body?: unknown; headers?: Record<string, string> }[];
let api: Api;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      if (url === '/token') {
        tokensGiven += 1;
        return response.end(JSON.stringify({ access_token: `token-${tokensGiven}`, expires_in: tokenSeconds }));
      }
      sent.push({ method, url, headers, body });
      const { status, body: answer = {}, headers: more = {} } = answers.shift() ?? { status: 200 };
      return response.writeHead(status, more).end(JSON.stringify(answer));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [sent, answers, tokensGiven, tokenSeconds] = [[], [], 0, 3_600];
  api = apiOf({ gateway: address, issuer: address, login: 'payments-officer' });
});

const open = () =>
  api.payments.POST('/v1/cycles', {
    body: { programme: 'SCT', period: '2026-11' },
    headers: conditions({ idempotencyKey: 'main-job-cycle-SCT-2026-11' }),
  });

describe('the API as a machine client uses it', () => {
  it('is reached through the gateway with the token of the client, which is asked for once', async () => {
    answers = [{ status: 201, body: { id: cycleId } }];
    expect(await bodyOf(open())).toEqual({ id: cycleId });
    await api.payments.GET('/v1/cycles/{id}', { params: { path: { id: cycleId } } });

    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /api/payments/v1/cycles',
      `GET /api/payments/v1/cycles/${cycleId}`,
    ]);
    expect(sent[0]).toMatchObject({
      headers: {
        authorization: 'Bearer token-1',
        'content-type': 'application/json',
        'idempotency-key': 'main-job-cycle-SCT-2026-11',
      },
      body: '{"programme":"SCT","period":"2026-11"}',
    });
    expect(tokensGiven).toBe(1);
  });

  it('gets a new token a minute before the last expires', async () => {
    tokenSeconds = 59;
    await open();
    await open();
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('is asked again with the same body while a service is too busy', async () => {
    answers = [
      { status: 503, body: { code: 'service.busy' } },
      { status: 201, body: { id: cycleId } },
    ];
    expect(await bodyOf(open())).toEqual({ id: cycleId });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toMatchObject({ ...sent[0], headers: { ...sent[0]?.headers } });
  });

  it('throws a refusal with its status and code', async () => {
    answers = [{ status: 409, body: { code: 'payments.cycle_exists' } }];
    const refused = await open().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiError);
    expect(refused).toMatchObject({ status: 409, code: 'payments.cycle_exists' });
  });

  it('sends a file as it is', async () => {
    await api.registry.POST('/v1/imports', {
      body: 'household_ref,area_code\n1,ZM104011\n',
      bodySerializer: (file) => file,
      headers: { 'content-type': 'text/csv' },
    });
    expect(sent[0]).toMatchObject({
      headers: { 'content-type': 'text/csv' },
      body: 'household_ref,area_code\n1,ZM104011\n',
    });
  });

  it('knows what was done before by its key, or by the code of a refusal', async () => {
    answers = [
      { status: 201, body: { id: cycleId } },
      { status: 201, body: { id: cycleId }, headers: { 'idempotency-replayed': 'true' } },
      { status: 409, body: { code: 'payments.cycle_exists' } },
      { status: 409, body: { code: 'payments.cycle_exists' } },
    ];
    expect(await bodyUnlessDone(open())).toEqual({ id: cycleId });
    expect(await bodyUnlessDone(open())).toBeUndefined();
    expect(await bodyUnlessDone(open(), ['payments.cycle_exists'])).toBeUndefined();
    await expect(bodyUnlessDone(open(), ['payments.closed'])).rejects.toBeInstanceOf(ApiError);
  });

  it('gives a list page after page', async () => {
    answers = [
      { status: 200, body: { items: [{ id: '1' }, { id: '2' }], next: 'after 2' } },
      { status: 200, body: { items: [{ id: '3' }], next: null } },
    ];
    const ids: string[] = [];
    const held = itemsOf((page) => api.payments.GET('/v1/payments', { params: { query: { state: 'held', ...page } } }));
    for await (const { id } of held) ids.push(id);

    expect(ids).toEqual(['1', '2', '3']);
    expect(sent.map(({ url }) => url)).toEqual([
      '/api/payments/v1/payments?state=held&limit=200',
      '/api/payments/v1/payments?state=held&limit=200&after=after%202',
    ]);
  });
});
