import { describe, expect, it } from '@jest/globals';
import type { Cycle } from '@janela/contracts';

import type { AnswerOf, BodyOf, Checked, OperationAt } from './path.ts';

const cycleId: string = crypto.randomUUID();
const step: string = 'submit';
const verb = cycleId === '' ? 'submit' : 'approve';

const get = <const Path extends string>(path: Path & Checked<'payments', 'get', Path>): string => path;
const post = <const Path extends string>(path: Path & Checked<'payments', 'post', Path>): string => path;
const file = <const Path extends string>(path: Path & Checked<'registry', 'get', Path>): string => path;
const page = <const Path extends string>(path: Path & Checked<'window', 'get', Path>): string => path;

type Same<One, Other> = [One, Other] extends [Other, One] ? true : false;

describe('a path as it is written', () => {
  it('compiles when the service has it by this method, whatever its parameters are', () => {
    const paths = [
      get('/v1/cycles'),
      get(`/v1/cycles/${cycleId}`),
      get('/v1/cycles/0199f7a2-0000-7000-8000-000000000001/payments'),
      get(`/v1/cycles/${cycleId}/payments?state=held&limit=${20}`),
      get(`/v1/payments?${new URLSearchParams({ limit: '1' })}`),
      post(`/v1/cycles/${cycleId}/${verb}`),
      post(`/v1/payments/${cycleId}/payee/confirm`),
      file(`/v1/imports/${cycleId}/errors.csv`),
      page('/country/questionnaire.json'),
    ];
    expect(paths).toHaveLength(9);
  });

  it('does not compile when the service does not have it, or not by this method', () => {
    const paths = [
      // @ts-expect-error the segment is called cycles
      get('/v1/cycle'),
      // @ts-expect-error there is nothing below the payments of a cycle
      get(`/v1/cycles/${cycleId}/payments/held`),
      // @ts-expect-error a parameter is one segment, and nothing is read there
      get(`/v1/cycles/${cycleId}/submit`),
      // @ts-expect-error nothing is posted to the payments of a cycle
      post(`/v1/cycles/${cycleId}/payments`),
      // @ts-expect-error the step is called submit
      post(`/v1/cycles/${cycleId}/sumbit`),
      // @ts-expect-error which step is not known before it runs
      post(`/v1/cycles/${cycleId}/${step}`),
      // @ts-expect-error the parameter is empty
      get('/v1/cycles//payments'),
      // @ts-expect-error the file is no csv
      page('/country/questionnaire.csv'),
      // @ts-expect-error which path is not known before it runs
      get(step),
      // @ts-expect-error the query has no status
      get('/v1/cycles?limit=1&status=held'),
    ];
    expect(paths).toHaveLength(10);
  });

  it('knows the body and the answer of its operation', () => {
    type Opening = OperationAt<'payments', 'post', '/v1/cycles'>;
    const body: BodyOf<Opening> = { programme: 'SCT', period: '2026-11' };
    const isCycle: Same<AnswerOf<Opening>, Cycle> = true;
    const takesNothing: Same<BodyOf<OperationAt<'payments', 'post', `/v1/cycles/${string}/submit`>>, never> = true;
    expect([body.period, isCycle, takesNothing]).toEqual(['2026-11', true, true]);
  });
});
