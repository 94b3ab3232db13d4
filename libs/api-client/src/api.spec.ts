import { describe, expect, it } from '@jest/globals';

import { type Api, bodyOf, createApi } from './api.ts';
import { conditions } from './conditions.ts';

const cycleId = '0199f7a2-0000-7000-8000-000000000001';

/** Returns a client whose requests are all answered with a cycle, and what it sent. */
function echo(): { api: Api; asked: { method: string; url: string }[] } {
  const asked: { method: string; url: string }[] = [];
  const api = createApi({
    addressOf: (service) => `https://window.example/api/${service}`,
    middleware: [
      {
        onRequest({ request }) {
          asked.push({ method: request.method, url: request.url });
          return Response.json({ id: cycleId });
        },
      },
    ],
  });
  return { api, asked };
}

describe('the client of the services', () => {
  it('fills the path and the query, at the address of the service', async () => {
    const { api, asked } = echo();

    await api.payments.GET('/v1/cycles/{id}/payments', { params: { path: { id: cycleId }, query: { state: 'held' } } });

    expect(asked).toEqual([
      { method: 'GET', url: `https://window.example/api/payments/v1/cycles/${cycleId}/payments?state=held` },
    ]);
  });

  it('gives the answer with the type of the contract', async () => {
    const { api } = echo();

    const cycle = await bodyOf(api.payments.GET('/v1/cycles/{id}', { params: { path: { id: cycleId } } }));

    expect(cycle.id).toBe(cycleId);
  });

  it('does not compile with a path or a body that the service does not have', () => {
    const { api } = echo();
    const wrong = [
      // @ts-expect-error there is no such path
      () => api.payments.GET('/v1/cycle', {}),
      // @ts-expect-error the field is called period
      () => api.payments.POST('/v1/cycles', { body: { programme: 'SCT', perod: '2026-01' } }),
      // @ts-expect-error there is no such state
      () => api.payments.GET('/v1/cycles', { params: { query: { state: 'finished' } } }),
    ];
    expect(wrong).toHaveLength(3);
  });

  it('sends each request in the way that it is given, with the headers of its own and of all', async () => {
    const sent: Request[] = [];
    const api = createApi({
      addressOf: () => 'https://window.example',
      headers: { accept: 'application/json' },
      fetch: async (request) => {
        sent.push(request);
        return Response.json({ id: cycleId });
      },
    });

    await api.payments.POST('/v1/cycles/{id}/submit', {
      params: { path: { id: cycleId } },
      headers: conditions({ version: 3, idempotencyKey: 'submit-once' }),
    });

    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      'idempotency-key': 'submit-once',
      'if-match': '"3"',
    });
  });
});
