import type { Payment } from '@janela/contracts';
import { expect, it } from '@jest/globals';

import { Caller } from './caller.ts';

const officer = new Caller<'payments'>('http://localhost', 'token');
const id: string = crypto.randomUUID();

it('takes the paths and bodies that the service has by its document, and knows the answers', () => {
  const fits = [
    async (): Promise<Payment> => (await officer.get(`/v1/payments/${id}`)).body,
    async (): Promise<string | undefined> => (await officer.get(`/v1/payments/${id}`)).body.code,
    () => officer.post('/v1/cycles', { programme: 'SCT', period: '2026-11' }, { 'idempotency-key': 'open' }),
    () => officer.post(`/v1/cycles/${id}/submit`, undefined, { 'if-match': '"1"' }),
  ];
  expect(fits).toHaveLength(4);
});

it('does not compile with others, unless they are sent on purpose', () => {
  const wrong = [
    // @ts-expect-error there is no such path
    () => officer.get(`/v1/payments/${id}/steps`),
    // @ts-expect-error a cycle is not changed by PUT
    () => officer.put(`/v1/cycles/${id}`, {}),
    // @ts-expect-error the field is called period
    () => officer.post('/v1/cycles', { programme: 'SCT', month: '2026-11' }),
    // @ts-expect-error a cycle is opened with a body
    () => officer.post('/v1/cycles'),
    // @ts-expect-error submitting takes no body
    () => officer.post(`/v1/cycles/${id}/submit`, { note: 'now' }),
  ];
  const onPurpose = () => officer.untyped.post('/v1/cycles', { programme: 'SCT', month: '2026-11' });
  expect([...wrong, onPurpose]).toHaveLength(6);
});
