import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Area, AreaPublished } from '@janela/contracts';
import { household } from '@janela/testing';

import { areas, lunga, samfya } from './country.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.stop());

const list = (query = '') => registry.caseworker.get(`/v1/areas?${query}`);
const codes = (items: Area[]) => items.map(({ code }) => code);

describe('areas', () => {
  it('are published once, with their level and the area they lie in, however often they are sent', async () => {
    const before = await registry.published(AreaPublished);
    expect(before).toHaveLength(areas.length);
    expect(before.find(({ key }) => key === samfya)?.data).toEqual({
      code: samfya,
      level: 2,
      name: 'Samfya',
      parent: 'ZM104',
      validFrom: '2023-06-29',
    });
    const again = await registry.administrator.post('/v1/areas', { areas });
    expect(again).toMatchObject({ status: 200, body: { published: 0, unchanged: areas.length } });
    expect(await registry.published(AreaPublished)).toHaveLength(before.length);
  });

  it('may come in any order, but not without the area they lie in', async () => {
    const ward = { code: 'ZM104011W02', name: 'Mano', validFrom: '2024-01-01' };
    const orphan = { code: 'ZM109001', name: 'Far away', validFrom: '2024-01-01' };
    const both = await registry.administrator.post('/v1/areas', { areas: [ward, orphan] });
    expect(both).toMatchObject({ status: 422, body: { code: 'registry.area_parent_unknown' } });
    const province = { code: 'ZM109', name: 'Southern', validFrom: '2024-01-01' };
    const all = await registry.administrator.post('/v1/areas', { areas: [orphan, ward, province] });
    expect(all.body).toEqual({ published: 3, unchanged: 0 });
  });

  it('are published again when one of them is no more', async () => {
    const merged = { code: 'ZM104011W01', name: 'Kapata', validFrom: '2023-06-29', validTo: '2025-06-30' };
    expect((await registry.administrator.post('/v1/areas', { areas: [merged] })).body).toEqual({
      published: 1,
      unchanged: 0,
    });
    const events = await registry.published(AreaPublished);
    expect(events.at(-1)).toMatchObject({ aggregateVersion: 2, data: { code: 'ZM104011W01', validTo: '2025-06-30' } });
    const refused = await registry.register(household({ areaCode: 'ZM104011W01' }));
    expect(refused).toMatchObject({ status: 422, body: { code: 'registry.area_closed' } });
  });

  it('are refused when they are no P-codes, end before they begin, or are named twice', async () => {
    const one = { code: 'ZM105', name: 'Lusaka', validFrom: '2024-01-01' };
    const send = (...given: unknown[]) => registry.administrator.untyped.post('/v1/areas', { areas: given });
    const codesOf = async (...given: unknown[]) => {
      const { status, body } = await send(...given);
      return [status, ...(body['errors'] as { code: string }[]).map(({ code }) => code)];
    };
    expect(await codesOf({ ...one, code: 'ZM1' })).toEqual([400, 'area_malformed']);
    expect(await codesOf({ ...one, validTo: '2023-12-31' })).toEqual([400, 'date_before_start']);
    expect(await codesOf(one, one)).toEqual([400, 'listed_twice']);
    expect(await codesOf({ ...one, level: 1 })).toEqual([400, 'unknown_field']);
    expect(await codesOf()).toEqual([400, 'too_small']);
  });

  it('are listed to a caseworker as far as they are hers, with those above them', async () => {
    const { body } = await list();
    expect(codes(body.items)).toEqual(['ZM', 'ZM104', samfya, 'ZM104011W01', 'ZM104011W02']);
    expect(codes((await list('level=3&on=2026-01-01')).body.items)).toEqual(['ZM104011W02']);
    expect(codes((await list(`under=${samfya}`)).body.items)).toEqual(['ZM104011W01', 'ZM104011W02']);
    expect(codes((await list(`under=${lunga}`)).body.items)).toEqual([]);
  });

  it('are listed page by page', async () => {
    const first = await list('limit=2');
    expect(codes(first.body.items)).toEqual(['ZM', 'ZM104']);
    const elsewhere = await list(`level=2&after=${String(first.body.next)}`);
    expect(elsewhere).toMatchObject({ status: 400, body: { code: 'request.bad_cursor' } });
    const rest = await list(`limit=2&after=${String(first.body.next)}`);
    expect(codes(rest.body.items)).toEqual([samfya, 'ZM104011W01']);
  });

  it('of another country are not for this administrator to publish', async () => {
    const answer = await registry.administrator.post('/v1/areas', {
      areas: [{ code: 'MZ', name: 'Mozambique', validFrom: '2024-01-01' }],
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.area_out_of_reach' } });
  });
});
