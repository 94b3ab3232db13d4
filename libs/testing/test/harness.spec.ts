import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AreaPublished, HouseholdRegistered } from '@janela/contracts';
import { Clock } from '@janela/platform';

import { type Harness, householdFacts, idempotencyKey, ifMatch, ok, startHarness } from '../src/index.ts';
import { AtlasConfig, atlasMigrations, AtlasModule } from './atlas/atlas.module.ts';

const samfya = { code: 'ZM104011', name: 'Samfya' };
const asPublished = (name: string) =>
  AreaPublished.data.parse({ code: 'ZM104005', name, level: 2, validFrom: '2020-01-01' });
let atlas: Harness;

beforeAll(async () => {
  atlas = await startHarness(AtlasModule, { config: AtlasConfig, migrations: atlasMigrations });
});
afterAll(() => atlas.stop());

describe('the harness of a service', () => {
  it('lets a caller with a role in, and shows what the service has published since', async () => {
    const { eventId } = ok(await (await atlas.as('administrator')).post<{ eventId: string }>('/v1/areas', samfya));
    const [event] = await atlas.published(AreaPublished);
    expect(event).toMatchObject({ id: eventId, data: samfya });
  });

  it('throws what the service said when it refused', async () => {
    const refused = await atlas.anonymous.post('/v1/areas', samfya);
    expect(() => ok(refused)).toThrow('refused with 401: {');
  });

  it('publishes what others say, whose rows are in the database', async () => {
    await atlas.publish(AreaPublished, asPublished('Lunga'));
    expect(await atlas.db.query('SELECT code, name FROM areas')).toEqual([{ code: 'ZM104005', name: 'Lunga' }]);
  });

  it('throws when an event is parked, which no spec may miss', async () => {
    await expect(atlas.publish(AreaPublished, { ...asPublished('Lunga'), name: 7 as never })).rejects.toThrow(
      /registry\.area\.published\.v1 was parked/,
    );
  });

  it('takes without a word what is not consumed', async () => {
    const data = { householdId: crypto.randomUUID(), number: 'ZM-1', areaCode: 'ZM104011', source: 'window' } as const;
    await expect(atlas.publish(HouseholdRegistered, { ...data, facts: householdFacts() })).resolves.toBeUndefined();
  });

  describe('its clock', () => {
    afterEach(() => atlas.clock.resume());
    const now = () => atlas.service.running.app.get(Clock, { strict: false }).now().toISOString();

    it('stands still at a moment, and goes on afterwards', () => {
      atlas.clock.stopAt('2020-02-29T10:00:00Z');
      expect(now()).toBe('2020-02-29T10:00:00.000Z');
      atlas.clock.resume();
      expect(now() > '2026').toBe(true);
    });
  });

  it('names versions and requests as the services want them named', () => {
    expect(ifMatch({ version: 3 })).toEqual({ 'if-match': '"3"' });
    expect(idempotencyKey()).not.toEqual(idempotencyKey());
  });
});
