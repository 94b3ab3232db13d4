import { AreaPublished, HouseholdRegistered, roles } from '@janela/contracts';
import { deliver, recordOf } from '@janela/messaging';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { accessProblems, flaws, published, TestService } from '../src/index.ts';
import { AtlasConfig, atlasMigrations, AtlasModule } from './atlas/atlas.module.ts';

const lunga = { code: 'ZM104005', name: 'Lunga' };
let atlas: TestService;

beforeAll(async () => {
  atlas = await TestService.start({ module: AtlasModule, config: AtlasConfig, migrations: atlasMigrations });
});

afterAll(() => atlas.stop());

describe('a service under test', () => {
  it('answers each caller as who they are', async () => {
    const administrator = await atlas.as('administrator');
    expect((await administrator.post('/v1/areas', lunga)).status).toBe(201);
    expect((await (await atlas.as('caseworker')).post('/v1/areas', lunga)).status).toBe(403);
    expect((await atlas.anonymous.post('/v1/areas', lunga)).status).toBe(401);
  });

  it('shows what it published', async () => {
    const administrator = await atlas.as('administrator');
    const { body } = await administrator.post<{ eventId: string }>('/v1/areas', { code: 'ZM104011', name: 'Samfya' });
    const events = await published(atlas.database.dataSource, AreaPublished);
    expect(events.find(({ id }) => id === body.eventId)).toMatchObject({ key: 'ZM104011', data: { name: 'Samfya' } });
    expect(await published(atlas.database.dataSource, HouseholdRegistered)).toEqual([]);
  });

  it('consumes what is delivered to it, once', async () => {
    const data = AreaPublished.data.parse({ ...lunga, level: 2, validFrom: '2020-01-01' });
    const record = recordOf(AreaPublished, data);
    await deliver(atlas.messaging, record);
    await deliver(atlas.messaging, record);
    expect((await atlas.anonymous.get('/v1/areas')).body).toEqual([lunga]);
  });

  it.each(flaws)('refuses a token that is %s', async (flaw) => {
    const token = await atlas.issuer.token({ roles: ['administrator'] }, flaw);
    const answer = await atlas.anonymous.post('/v1/areas', lunga, { authorization: `Bearer ${token}` });
    expect([answer.status, answer.text.includes('token')]).toEqual([401, true]);
  });
});

describe('the probe of all routes', () => {
  const right = {
    'GET /v1/areas': 'public',
    'POST /v1/areas': ['administrator'],
    'GET /v1/consumed/:eventId': roles,
    'GET /v1/parked-events': ['operator'],
    'POST /v1/parked-events/:id/retry': ['operator'],
    'POST /v1/parked-events/:id/set-aside': ['operator'],
  } as const;

  it('finds nothing where the table is right', async () => {
    const problems = await accessProblems(atlas, right);
    expect(problems).toEqual([]);
  });

  it('names what the table forgets, invents, or has wrong', async () => {
    const problems = await accessProblems(atlas, { 'POST /v1/areas': ['caseworker'], 'GET /v1/maps': 'public' });
    expect(problems).toEqual(
      expect.arrayContaining([
        'GET /v1/areas is not in the table',
        'GET /v1/maps is in the table, but there is no such route',
        'POST /v1/areas lets in administrator',
        'POST /v1/areas refuses caseworker',
      ]),
    );
  });
});
