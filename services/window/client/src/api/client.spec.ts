import { createApi } from '@janela/api-client';
import { beforeEach, describe, expect, it } from '@jest/globals';

import { changeOf, sendChange } from './change.ts';
import { linkTo, searchOf, send } from './client.ts';
import { Refused, SignedOut, Unreachable } from './problem.ts';

const id = '0199f7a2-0000-7000-8000-000000000001';
const problem = { type: '', title: '', status: 409, code: 'payments.cycle_exists', instance: '' };

let sent: Request[];
let answer: () => Response;
const by = async (request: RequestInfo | URL): Promise<Response> => {
  sent.push(request as Request);
  return answer();
};
const api = createApi({
  addressOf: (service) => `https://window.example/api/${service}`,
  fetch: (request) => send(request, by),
});

beforeEach(() => {
  sent = [];
  answer = () => Response.json({ id });
});

describe('a request of the page', () => {
  it('that changes something says that the page has sent it, and one that reads does not', async () => {
    await api.payments.GET('/v1/cycles');
    await api.payments.POST('/v1/cycles', { body: { programme: 'SCT', period: '2026-11' } });
    expect(sent.map(({ headers }) => headers.get('x-janela-window'))).toEqual([null, '1']);
  });

  it('that is refused throws the problem', async () => {
    answer = () => Response.json(problem, { status: 409, headers: { 'content-type': 'application/problem+json' } });
    const refused = await api.payments.GET('/v1/cycles').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ problem });
  });

  it('throws that the session has ended', async () => {
    answer = () => Response.json({}, { status: 401 });
    await expect(api.payments.GET('/v1/cycles')).rejects.toBeInstanceOf(SignedOut);
  });

  it.each([
    ['the network is away', () => Promise.reject(new TypeError('fetch failed'))],
    ['what stands between answers with a page', async () => new Response('<html>', { status: 502 })],
  ])('is without an answer when %s', async (_what, away) => {
    const request = new Request('https://window.example/api/payments/v1/cycles');
    await expect(send(request, away)).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('a change', () => {
  it('is sent with its version and its key', async () => {
    const change = changeOf('payments', 'post', `/v1/cycles/${id}/submit`, { version: 3 });
    expect(await sendChange({ ...change, idempotencyKey: 'submit-once' }, api)).toEqual({ id });

    const [{ method, url, headers } = new Request('https://none.example')] = sent;
    expect([method, url]).toEqual(['POST', `https://window.example/api/payments/v1/cycles/${id}/submit`]);
    expect(Object.fromEntries(headers)).toMatchObject({ 'if-match': '"3"', 'idempotency-key': 'submit-once' });
  });

  it('that never had an answer is asked about with the same body', async () => {
    const change = changeOf('payments', 'post', '/v1/cycles', { body: { programme: 'SCT', period: '2026-11' } });
    await sendChange({ ...change, idempotencyKey: 'open-once', isQuestion: true }, api);

    expect(sent[0]?.headers.get('idempotency-ask')).toBe('1');
    expect(await sent[0]?.json()).toEqual({ programme: 'SCT', period: '2026-11' });
  });

  it('may be a file, sent as it is under its name', async () => {
    const body = new Blob(['household_ref,area_code\n']);
    const change = changeOf('registry', 'post', `/v1/imports?${searchOf({ fileName: 'a b.csv' })}`, { body });
    await sendChange({ ...change, idempotencyKey: 'import-once' }, api);

    expect(sent[0]?.url).toBe('https://window.example/api/registry/v1/imports?fileName=a+b.csv');
    expect(sent[0]?.headers.get('content-type')).toBe('text/csv');
    expect(await sent[0]?.text()).toBe('household_ref,area_code\n');
  });

  it('does not compile on a path or with a body that the service does not have', () => {
    const wrong = [
      // @ts-expect-error the step is called submit
      () => changeOf('payments', 'post', `/v1/cycles/${id}/sumbit`, { version: 3 }),
      // @ts-expect-error the field is called period
      () => changeOf('payments', 'post', '/v1/cycles', { body: { programme: 'SCT', month: '2026-11' } }),
      // @ts-expect-error the file is given by this name
      () => linkTo('registry', `/v1/imports/${id}/error.csv`),
    ];
    expect(wrong).toHaveLength(3);
  });
});

describe('a query', () => {
  it('leaves out what is undefined or empty', () => {
    expect(searchOf({ areaCode: 'ZM', asOf: undefined, format: '' })).toBe('areaCode=ZM');
  });
});
