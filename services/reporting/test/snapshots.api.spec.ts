import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Snapshot, SnapshotPublished } from '@janela/contracts';
import type { Caller } from '@janela/testing';

import { type Reporting, startReporting } from './reporting.harness.ts';
import { getSdg } from './sdg-figures.ts';
import { smallCountry } from './small-country.ts';
import { SampleHousehold, idOf, lunga, person } from './event-on-day.ts';

let reporting: Reporting;
let statistician: Caller<'reporting'>;
const october = { indicator: '1.3.1', asOf: '2026-10-31' };

beforeAll(async () => {
  reporting = await startReporting();
  await reporting.publishAll(smallCountry);
  await reporting.loadDenominators();
  statistician = await reporting.as('statistician');
});
afterAll(() => reporting.stop());

const publishSnapshot = (body: unknown = october) =>
  statistician.untyped.post<Snapshot & { code: string }>('/v1/snapshots', body);
const tableOf = async (id: string) => (await statistician.get(`/v1/snapshots/${id}/table`)).text;

describe('published figures', () => {
  it('stay as they were, byte for byte, when more events come about that day', async () => {
    const { status, body: snapshot } = await publishSnapshot();
    expect(status).toBe(201);
    const before = await getSdg(statistician, 'areaCode=ZM&asOf=2026-10-31');
    const table = await tableOf(snapshot.id);
    expect(JSON.parse(table)).toEqual(before);
    expect(createHash('sha256').update(table).digest('hex')).toBe(snapshot.hash);

    const late = new SampleHousehold('late', lunga, [person('late')]);
    const transfer = late.enrolment('SCT');
    await reporting.publishAll([
      late.registered(),
      transfer.started('2026-03-01'),
      transfer.paid('2026-09', '2026-09-30'),
    ]);
    expect((await getSdg(statistician, 'areaCode=ZM&asOf=2026-10-31')).items[0]?.numerator).toBe(14);
    expect(await tableOf(snapshot.id)).toBe(table);
    expect((await publishSnapshot()).body.hash).not.toBe(snapshot.hash);
  });

  it('are announced, and written into the trail', async () => {
    const { body: snapshot } = await publishSnapshot();
    const events = await reporting.published(SnapshotPublished);
    expect(events.at(-1)?.data).toEqual({ snapshotId: snapshot.id, ...october, hash: snapshot.hash });
    const [entry] = await reporting.db.query<{ actor: string }[]>(
      'SELECT actor FROM audit_entries WHERE subject = $1',
      [`snapshot:${snapshot.id}`],
    );
    expect(entry?.actor).toBe('statistician');
  });

  it('are listed with the newest first, page by page', async () => {
    const { body: newest } = await publishSnapshot();
    const first = await statistician.get('/v1/snapshots?limit=1');
    expect(first.body.items).toEqual([newest]);
    const second = await statistician.get(`/v1/snapshots?limit=1&after=${first.body.next}`);
    expect(second.body.items[0]?.id).not.toBe(newest.id);
    expect((await statistician.get(`/v1/snapshots/${newest.id}`)).body).toEqual(newest);
  });

  it('cannot be changed, not even by the service itself', async () => {
    await publishSnapshot();
    for (const statement of [`UPDATE snapshots SET hash = hash`, `DELETE FROM snapshots`, `TRUNCATE snapshots`])
      await expect(reporting.db.query(statement)).rejects.toThrow('permission denied');
  });

  it('are refused for what has not come, is not known, or is not an indicator', async () => {
    expect((await publishSnapshot({ ...october, asOf: '2199-01-01' })).body.code).toBe('reporting.date_in_future');
    expect((await publishSnapshot({ ...october, indicator: '3.8.1' })).status).toBe(400);
    expect((await publishSnapshot({ ...october, areaCode: 'ZM' })).status).toBe(400);
    const unknown = await statistician.get(`/v1/snapshots/${idOf('nothing')}`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'reporting.snapshot_not_found' } });
  });
});
