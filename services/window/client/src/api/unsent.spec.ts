import { beforeEach, describe, expect, it } from '@jest/globals';

import type { SentChange } from './change.ts';
import { MemoryStore } from './device-store.ts';
import { Refused, Unreachable } from './problem.ts';
import { askAgain, findUnsent } from './unsent.ts';

const refused = (status: number, code: string) => new Refused({ type: '', title: '', status, code, instance: '' });
const page = { path: '/complaints/1', title: 'Complaint 1' };
const appeal = { key: 'key', method: 'post', path: '/grievances/v1/appeals', body: '{"caseId":"1"}', page };
const approval = { key: 'key', method: 'post', path: '/payments/v1/cycles/1/approve', body: '', version: 3, page };

let store: MemoryStore;
let sent: SentChange<unknown>[];
const answering = (answer?: Error) => async (change: SentChange<unknown>) => {
  sent.push(change);
  if (answer) throw answer;
};

beforeEach(() => {
  store = new MemoryStore();
  sent = [];
});

describe('what is asked before signing out', () => {
  it('finds out that a form without an answer was done, and keeps its key for the same form sent again', async () => {
    await store.put('attempt appeal 1', appeal);
    expect(await findUnsent(store, answering())).toEqual({ drafts: [], unanswered: [] });
    expect(sent).toMatchObject([{ isQuestion: true, idempotencyKey: 'key', body: { caseId: '1' } }]);
    expect(await findUnsent(store, answering(new Unreachable('')))).toEqual({ drafts: [], unanswered: [] });
    expect(await store.get('attempt appeal 1')).toMatchObject({ key: 'key' });
  });

  it('does not count the draft of a form that was done, and counts another on the same page', async () => {
    await store.put('attempt appeal 1', { ...appeal, body: '{"caseId":"1","reason":"So it was"}' });
    await store.put('draft appeal 1', { value: { reason: ' So it was ', other: '' }, stamp: '1', page });
    await store.put('draft case 1', { value: { note: 'Call her' }, stamp: '1', page });
    const found = await findUnsent(store, answering());
    expect(found).toMatchObject({ unanswered: [], drafts: [{ name: 'draft case 1' }] });
    expect(found.drafts).toHaveLength(1);
  });

  it('names a complaint that was filed without its number being seen, until it is sent again and the number is seen', async () => {
    await store.put('attempt complaint', {
      ...appeal,
      path: '/grievances/v1/cases',
      body: '{"description":"A guard"}',
    });
    await store.put('draft complaint', { value: { description: 'A guard' }, stamp: '1', page });
    const listed = { drafts: [], unanswered: [{ name: 'attempt complaint', page, canAsk: false }] };
    expect(await findUnsent(store, answering())).toEqual(listed);
    expect(await findUnsent(store, answering(new Unreachable('')))).toEqual(listed);
    await store.remove('attempt complaint');
    expect((await findUnsent(store, answering())).unanswered).toEqual([]);
  });

  it('does not count a form that was never done and never will be', async () => {
    await store.put('attempt appeal 1', appeal);
    const found = await findUnsent(store, answering(refused(409, 'idempotency.key_void')));
    expect([found.unanswered, await store.names('attempt')]).toEqual([[], []]);
  });

  it('names a form of which nothing is known, with its page, and counts its draft with it', async () => {
    await store.put('attempt appeal 1', appeal);
    await store.put('draft appeal 1', { value: { reason: 'So' }, stamp: '1', page });
    await store.put('draft funds', { value: { amount: '1' }, stamp: '1', page: { path: '/funds', title: 'Funds' } });
    const found = await findUnsent(store, answering(new Unreachable('')));
    expect(found.unanswered).toEqual([{ name: 'attempt appeal 1', page, canAsk: false }]);
    expect(found.drafts).toMatchObject([{ page: { path: '/funds' } }]);
  });

  it('offers to send again what takes no key and guards itself', async () => {
    await store.put('attempt duplicate 1', { ...appeal, path: '/registry/v1/duplicates/1/dismiss' });
    const found = await findUnsent(store, answering(refused(409, 'idempotency.cannot_ask')));
    expect(found.unanswered).toMatchObject([{ canAsk: true }]);
    await askAgain(store, answering());
    expect(await store.names('attempt')).toEqual([]);
  });

  it('sends a change on a version again only when that is asked for, and forgets it with its answer', async () => {
    await store.put('attempt cycle 1 approve', approval);
    const found = await findUnsent(store, answering());
    expect([found.unanswered, sent]).toMatchObject([[{ page, canAsk: true }], []]);
    await askAgain(store, answering(new Unreachable('')));
    expect(await store.names('attempt')).toHaveLength(1);
    await askAgain(store, answering(refused(412, 'request.version_stale')));
    expect([sent[0], await store.names('attempt')]).toMatchObject([{ version: 3, idempotencyKey: 'key' }, []]);
  });
});
