import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles, type Consumed, type Page, type ParkedEvent, type ParkedEventRelease } from '@janela/contracts';
import type { Problem } from '@janela/platform';
import { accessProblems, freshTopics, TestService, type Caller } from '@janela/testing';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { deliver, recordOf } from '../src/testing.ts';
import { OnEvent, Projection } from '../src/subscriptions/on-event.ts';
import { Outbox } from '../src/outbox/outbox.ts';
import { eventsOf, freshService } from './fixture/events.ts';
import { ManualBus } from './fixture/manual-bus.ts';
import {
  ListeningConfig as config,
  listeningMigrations as migrations,
  listeningModule,
} from './fixture/listening.module.ts';
import { until } from './fixture/world.ts';

describe('following an event, and looking after those that are parked', () => {
  const events = eventsOf(freshService());
  const refused = new Set<string>();
  const bus = new ManualBus();
  let service: TestService;
  let operator: Caller;
  let householdId: string;

  beforeAll(async () => {
    service = await TestService.start({ module: listeningModule(events, refused), config, migrations });
    service.messaging.list()[0]?.start(bus);
    operator = await service.as('operator');
  });
  afterAll(() => service.stop());
  beforeEach(() => {
    householdId = randomUUID();
  });

  const counted = (aggregateVersion: number, key = householdId) =>
    recordOf(events.Counted, { householdId: key, count: aggregateVersion }, { aggregateVersion });
  const parkThree = async () => {
    refused.add(householdId);
    const records = [counted(1), counted(2), counted(3)];
    await bus.deliver(records);
    refused.delete(householdId);
    return { records, parked: (await listed()).find(({ key }) => key === householdId) };
  };
  const listed = async (query = '') => (await operator.get<Page<ParkedEvent>>(`/v1/parked-events${query}`)).body.items;
  const stateOf = async (eventId: string) => (await operator.get<Consumed>(`/v1/consumed/${eventId}`)).body.state;
  const idOf = (record: { headers: Readonly<Record<string, string>> } | undefined) => record?.headers['ce_id'] ?? '';

  it('lets every role ask for an event, and operators only see to parked ones', async () => {
    const table = {
      'GET /v1/consumed/:eventId': roles,
      'GET /v1/parked-events': ['operator'],
      'POST /v1/parked-events/:id/retry': ['operator'],
      'POST /v1/parked-events/:id/set-aside': ['operator'],
    } as const;
    expect(await accessProblems(service, table)).toEqual([]);
  });

  it('says that an event was consumed once its effects are there to be read, and before that that it was not seen', async () => {
    const record = counted(1);
    expect(await stateOf(idOf(record))).toBe('not_seen');
    await deliver(service.messaging, record);
    expect(await stateOf(idOf(record))).toBe('consumed');
    const { status, body } = await operator.get<{ code: string }>('/v1/consumed/not-an-id');
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });

  it('shows what is parked, why, and how many wait behind it, but nothing of what it says', async () => {
    const { records, parked } = await parkThree();
    expect(parked).toEqual({
      id: expect.any(String),
      consumer: events.service,
      eventId: idOf(records[0]),
      type: events.Counted.type,
      topic: events.Counted.topic,
      partition: 0,
      offset: records[0]?.offset,
      key: householdId,
      state: 'waiting',
      error: 'listening.household_unknown',
      detail: 'There is no such household here',
      attempts: 1,
      waitingBehind: 2,
      parkedAt: expect.any(String),
    });
    expect(await stateOf(idOf(records[2]))).toBe('parked');
  });

  it('applies a parked event and those behind it when the operator tries again, once, and writes down who did', async () => {
    const { records, parked } = await parkThree();
    const retry = () => operator.post<ParkedEventRelease>(`/v1/parked-events/${parked?.id}/retry`);
    expect((await retry()).body).toEqual({ released: 3, remaining: 0 });
    expect(await stateOf(idOf(records[0]))).toBe('consumed');
    expect((await retry()).body).toMatchObject({ code: 'messaging.parked_event_resolved', status: 409 });
    const [kept] = await listed('?state=retried');
    expect(kept).toMatchObject({ key: householdId, state: 'retried' });
    const trail = await service.database.dataSource.query<object[]>(
      'SELECT actor, action FROM audit_entries WHERE subject = $1',
      [`parked-event:${parked?.id}`],
    );
    expect(trail).toEqual([{ actor: 'operator', action: 'parked-event.retried' }]);
  });

  const parkedNow = async () =>
    (await listed()).filter(({ key }) => key === householdId).map(({ error, waitingBehind }) => [error, waitingBehind]);

  it.each([7, 999_999_999_999_999])(
    'is not silenced by a first event that says it is number %i: the true ones are applied, before and after it is set aside',
    async (version) => {
      const records = [1, 2, 3].map((each) => counted(each));
      await bus.deliver([counted(version), ...records.slice(0, 2)]);
      expect(await parkedNow()).toEqual([['version_gap', 0]]);
      const [forged] = (await listed()).filter(({ key }) => key === householdId);
      const { body } = await operator.post(`/v1/parked-events/${forged?.id}/set-aside`, {
        reason: 'No service sent it',
      });
      expect(body).toEqual({ released: 0, remaining: 0 });
      await bus.deliver(records.slice(2));
      expect(await Promise.all(records.map((record) => stateOf(idOf(record))))).toEqual(records.map(() => 'consumed'));
      expect(await parkedNow()).toEqual([]);
    },
  );

  it.each([
    ['bad_aggregate_version', { ce_aggregateversion: '9007199254740991' }],
    ['bad_aggregate_version', { ce_aggregateversion: '0' }],
    ['bad_aggregate_version', { ce_aggregateversion: 'first' }],
    ['not_a_cloud_event', { ce_specversion: '' }],
    ['not_a_cloud_event', { ce_id: '' }],
    ['bad_id', { ce_id: 'not-an-id' }],
    ['bad_time', { ce_time: 'yesterday' }],
    ['wrong_topic', { ce_type: events.Instructed.type }],
    ['wrong_key', { ce_partitionkey: randomUUID() }],
    ['unknown_type', { ce_type: 'not.known.here.v1', ce_aggregateversion: '-1' }],
  ])(
    'is not silenced by a record that has no place in its order (%s %j), whether an operator looks at it or not',
    async (reason, headers) => {
      const strays = [counted(1), counted(1)].map((each) => ({ ...each, headers: { ...each.headers, ...headers } }));
      const records = [1, 2, 3].map((each) => counted(each));
      await bus.deliver(strays);
      const [first, second] = (await listed()).filter(({ key }) => key === householdId);
      const setAside = (id = '') =>
        operator.post(`/v1/parked-events/${id}/set-aside`, { reason: 'No service sent it' });
      expect((await setAside(first?.id)).body).toEqual({ released: 0, remaining: 0 });
      await bus.deliver(records.slice(0, 2));
      await bus.deliver([...strays, ...records.slice(0, 2)]);
      expect(await parkedNow()).toEqual([[reason, 0]]);
      const { body } = await operator.post(`/v1/parked-events/${second?.id}/retry`);
      expect(body).toMatchObject({ released: 0, stoppedAt: { id: second?.id, error: reason } });
      await bus.deliver(records.slice(2));
      expect(await Promise.all(records.map((record) => stateOf(idOf(record))))).toEqual(records.map(() => 'consumed'));
      expect((await setAside(second?.id)).body).toEqual({ released: 0, remaining: 0 });
      expect(await parkedNow()).toEqual([]);
    },
  );

  it('does not take an event that came too early because a stray record was set aside', async () => {
    const [stray, early, first, second, third] = [counted(1), counted(3), counted(1), counted(2), counted(3)];
    await bus.deliver([{ ...stray, headers: { ...stray.headers, ce_id: 'not-an-id' } }, early]);
    const [parked] = (await listed()).filter(({ key, error }) => key === householdId && error === 'bad_id');
    const { body } = await operator.post(`/v1/parked-events/${parked?.id}/set-aside`, { reason: 'No service sent it' });
    expect(body).toEqual({ released: 0, remaining: 0 });
    expect(await parkedNow()).toEqual([['version_gap', 0]]);
    await bus.deliver([first, second, third]);
    expect(await Promise.all([first, second, early].map((each) => stateOf(idOf(each))))).toEqual(
      [first, second, early].map(() => 'consumed'),
    );
  });

  it('keeps a true event whose number another event has used, and applies it when the operator says that it is true', async () => {
    const [forged, first, second] = [counted(1), counted(1), counted(2)];
    await bus.deliver([forged]);
    await bus.deliver([forged, first, second]);
    expect(await parkedNow()).toEqual([['version_reused', 0]]);
    expect(await Promise.all([forged, first, second].map((record) => stateOf(idOf(record))))).toEqual([
      ...['consumed', 'parked', 'consumed'],
    ]);
    const [parked] = (await listed()).filter(({ key }) => key === householdId);
    const { body } = await operator.post(`/v1/parked-events/${parked?.id}/retry`);
    expect(body).toEqual({ released: 1, remaining: 0 });
    await bus.deliver([first, second, forged, counted(3)]);
    expect(await parkedNow()).toEqual([]);
    expect(await stateOf(idOf(first))).toBe('consumed');
  });

  it('takes what comes in the wrong order in the right one, with nothing for an operator to do', async () => {
    const records = [1, 2, 3, 4].map((version) => counted(version));
    for (const at of [1, 3, 2, 0, 3, 1, 0, 2]) await bus.deliver(records.slice(at, at + 1));
    expect(await Promise.all(records.map((record) => stateOf(idOf(record))))).toEqual(records.map(() => 'consumed'));
    const applied = await service.database.dataSource.query<{ version: string }[]>(
      'SELECT version FROM applied WHERE key = $1 ORDER BY position',
      [householdId],
    );
    expect(applied.map(({ version }) => version)).toEqual(['1', '2', '3', '4']);
    expect(await parkedNow()).toEqual([]);
  });

  it('does not let a sender under the name of another service hold up a household', async () => {
    const forged = counted(2);
    const elsewhere = { ...forged, headers: { ...forged.headers, ce_source: '/janela/elsewhere' } };
    await bus.deliver([counted(1), elsewhere, counted(2), counted(3)]);
    expect(await parkedNow()).toEqual([['wrong_source', 0]]);
    const [first] = (await listed()).filter(({ key }) => key === householdId);
    const { body } = await operator.post(`/v1/parked-events/${first?.id}/retry`);
    expect(body).toMatchObject({ released: 0, stoppedAt: { error: 'wrong_source' } });
    expect((await operator.post(`/v1/parked-events/${first?.id}/set-aside`, { reason: 'Forged' })).status).toBe(200);
    await bus.deliver([counted(4)]);
    expect(await parkedNow()).toEqual([]);
  });

  it('sets an event aside for a reason, and never without one', async () => {
    const { parked } = await parkThree();
    const setAside = (body: object) => operator.post(`/v1/parked-events/${parked?.id}/set-aside`, body);
    for (const body of [{}, { reason: '  ' }, { reason: 'A good one', force: true }]) {
      expect((await setAside(body)).status).toBe(400);
    }
    expect((await setAside({ reason: 'Registered twice by mistake' })).body).toEqual({ released: 2, remaining: 0 });
    const rows = await service.database.dataSource.query<object[]>(
      'SELECT settled_by, settled_because FROM parked_events WHERE id = $1',
      [parked?.id],
    );
    expect(rows).toEqual([{ settled_by: 'operator', settled_because: 'Registered twice by mistake' }]);
  });

  it('refuses what is not there, not an id, or not a page of this list', async () => {
    const answers = [
      await operator.post<Problem>(`/v1/parked-events/${randomUUID()}/retry`),
      await operator.post<Problem>('/v1/parked-events/1/retry'),
      await operator.get<Problem>('/v1/parked-events?state=lost'),
      await operator.get<Problem>('/v1/parked-events?after=made-up'),
      await operator.get<Problem>('/v1/parked-events?limit=201'),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '404 messaging.parked_event_not_found',
      '400 request.invalid',
      '400 request.invalid',
      '400 request.bad_cursor',
      '400 request.invalid',
    ]);
  });

  it('gives parked events page by page, each once', async () => {
    for (let at = 0; at < 5; at += 1) {
      householdId = randomUUID();
      await parkThree();
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: { body: Page<ParkedEvent> } = await operator.get(
        `/v1/parked-events?limit=2${next && `&after=${next}`}`,
      );
      seen.push(...body.items.map(({ id }) => id));
      next = body.next;
    }
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('counts what happens without naming a person', async () => {
    const { text } = await operator.get('/metrics');
    for (const name of [
      'events_consumed_total',
      'events_parked_total',
      'outbox_waiting',
      'outbox_oldest_seconds',
      'parked_events',
    ]) {
      expect(text).toContain(`janela_${name}`);
    }
    expect(text).not.toContain(householdId);
  });
});

describe('a service with events', () => {
  it('publishes and listens as soon as it is up, and stops cleanly', async () => {
    const events = eventsOf(freshService());
    const topics = await freshTopics(['household'], { prefix: `${events.service}.` });
    const environment = { JANELA_EVENTS: 'on' };
    const service = await TestService.start({ module: listeningModule(events), config, migrations, environment });
    const [outbox, database] = [service.running.app.get(Outbox), service.running.app.get(DataSource)];
    const eventId = await database.transaction((tx) =>
      outbox.add(tx, events.Counted, { householdId: randomUUID(), count: 1 }),
    );
    const caseworker = await service.as('caseworker');
    const { body } = await until(
      () => caseworker.get<Consumed>(`/v1/consumed/${eventId}`),
      (answer) => answer.body.state !== 'not_seen',
    );
    expect(body).toEqual({ eventId, state: 'consumed' });
    expect((await service.anonymous.get('/health/live')).body).toMatchObject({ checks: { consumers: 'ok' } });
    await service.stop();
    await topics.drop();
  });

  it('does not start with two handlers for an event, or with none, or with a projection that has no tables', async () => {
    const events = eventsOf(freshService());
    class Second {
      @OnEvent(events.Counted)
      async again(): Promise<void> {}
    }
    @Projection('unmade', { version: 1, ignores: [events.Counted] })
    class Unmade {
      @OnEvent(events.Left)
      async leave(): Promise<void> {}
    }
    for (const each of [Second, Unmade]) Injectable()(each);
    const start = (more: (typeof Second)[]) =>
      TestService.start({ module: listeningModule(events, new Set(), more), config, migrations });
    await expect(start([Second])).rejects.toThrow(
      'is handled by HouseholdConsumer.count and by Second.again; keep one',
    );
    await expect(start([Unmade as never])).rejects.toThrow(
      'Version 1 of the projection unmade has no tables: migrate first',
    );
    const { Left } = events;
    const undecided = {
      ...events,
      Left: { ...Left, type: `${events.service}.household.other.v1` as typeof Left.type },
    };
    await expect(TestService.start({ module: listeningModule(undecided), config, migrations })).rejects.toThrow(
      `${Left.type} arrives on ${Left.topic} and has no handler`,
    );
  });
});
