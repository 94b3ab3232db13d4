import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@janela/contracts';
import type { RegisteredHousehold } from '@janela/contracts';
import {
  accessProblems,
  type AccessTable,
  documentProblems,
  fullHousehold,
  grandchild,
  ifMatch,
} from '@janela/testing';

import { lunga } from './country.ts';
import { type Registry, startRegistry } from './registry.harness.ts';

const caseworkers: Role[] = ['caseworker', 'supervisor'];
const officers: Role[] = [
  ...caseworkers,
  'payments-officer',
  'grievance-officer',
  'sensitive-officer',
  'appeals-reviewer',
];
const administrator: Role[] = ['administrator'];
const operator: Role[] = ['operator'];

/** Written out a second time on purpose: a route that is new, or open to another role, is so only when it is written here. */
const table: AccessTable = {
  'POST /v1/areas': administrator,
  'GET /v1/areas': roles,
  'GET /v1/identifier-types': roles,
  'PUT /v1/identifier-types/:type': administrator,
  'GET /v1/number-formats': roles,
  'PUT /v1/number-formats': administrator,
  'POST /v1/households': caseworkers,
  'GET /v1/households': officers,
  'GET /v1/households/:id': officers,
  'PATCH /v1/households/:id': caseworkers,
  'GET /v1/households/:id/history': [...officers, 'auditor'],
  'GET /v1/households/:id/access-log': [...caseworkers, 'auditor'],
  'POST /v1/households/:id/members': caseworkers,
  'PUT /v1/households/:id/payee': caseworkers,
  'POST /v1/households/:id/payee/confirm': ['supervisor'],
  'POST /v1/households/:id/payee/refuse': ['supervisor'],
  'POST /v1/households/:id/payee/take-back': caseworkers,
  'GET /v1/payee-changes': ['supervisor'],
  'POST /v1/households/:id/move': caseworkers,
  'POST /v1/households/:id/close': caseworkers,
  'GET /v1/households/:id/duplicates': [...officers, 'payments-approver', ...administrator],
  'GET /v1/duplicates': [...officers, 'payments-approver', ...administrator],
  'POST /v1/duplicates/:id/dismiss': ['supervisor'],
  'GET /v1/people': officers,
  'POST /v1/people/names': [...officers, 'payments-approver'],
  'POST /v1/people/possible-duplicates': caseworkers,
  'POST /v1/people/:id/death': caseworkers,
  'POST /v1/imports': administrator,
  'GET /v1/imports': ['supervisor', ...administrator],
  'GET /v1/imports/:id': ['supervisor', ...administrator],
  'GET /v1/imports/:id/errors.csv': administrator,
  'GET /v1/imports/:id/waiting': ['supervisor', ...administrator],
  'POST /v1/imports/:id/waiting/:waitingId/accept': ['supervisor', ...administrator],
  'POST /v1/imports/:id/waiting/:waitingId/drop': ['supervisor', ...administrator],
  'GET /v1/consumed/:eventId': roles,
  'GET /v1/parked-events': operator,
  'POST /v1/parked-events/:id/retry': operator,
  'POST /v1/parked-events/:id/set-aside': operator,
};

let registry: Registry;
let mine: RegisteredHousehold;
beforeAll(async () => {
  registry = await startRegistry();
  mine = (await registry.register(fullHousehold())).body;
});
afterAll(() => registry.stop());

describe('every route', () => {
  it('lets in the roles it is for, and no other', async () => {
    expect(await accessProblems(registry.service, table)).toEqual([]);
  });

  it('says in OpenAPI what it answers, as the committed document does', async () => {
    expect(await documentProblems(registry.service)).toEqual([]);
  });
});

describe('a household of another district', () => {
  const path = <const Part extends '' | `/${string}` = ''>(part?: Part) =>
    `/v1/households/${mine.id}${part ?? ('' as Part)}` as const;
  const person = () => `/v1/people/${String(mine.members[0]?.personId)}/death` as const;

  it.each<[string, string, () => string, object | undefined]>([
    ['read', 'GET', () => path(), undefined],
    ['changed', 'PATCH', () => path(), { reason: 'correction', address: 'mine now' }],
    ['followed back', 'GET', () => path('/history'), undefined],
    ['watched', 'GET', () => path('/access-log'), undefined],
    ['joined', 'POST', () => path('/members'), { reason: 'arrival', member: grandchild() }],
    [
      'collected for',
      'PUT',
      () => path('/payee'),
      { personId: '0199d3a0-1111-7000-8000-000000000001', channel: 'cash' },
    ],
    ['fetched over', 'POST', () => path('/move'), { areaCode: lunga, on: '2026-11-01' }],
    ['closed', 'POST', () => path('/close'), { on: '2026-11-01', reason: 'dissolved' }],
    ['declared dead', 'POST', person, { on: '2026-11-01', source: 'household', certainty: 'reported' }],
  ])('cannot be %s: it is as if it did not exist', async (_what, method, address, body) => {
    const answer = await registry.neighbour.send<{ code: string }>(method, address(), body, ifMatch(mine));
    expect(answer.status).toBe(404);
    expect(answer.body.code).toMatch(/^registry\.(household|person)_not_found$/);
  });

  it('leaves no line in its access log when a caller out of reach tried', async () => {
    await registry.neighbour.get(path());
    const log = await registry.caseworker.get(path('/access-log'));
    expect(log.body.items.map(({ by }) => by)).not.toContain('Ruth Chilufya');
  });

  it('is behind the wall of the database too, row by row', async () => {
    const tables = ['households', 'people', 'identifiers', 'payees', 'payee_changes', 'consents'];
    tables.push('household_changes', 'access_log');
    const cash = { personId: mine.members[0]?.personId, channel: 'cash' };
    await registry.caseworker.untyped.put(path('/payee'), cash, ifMatch(mine));
    for (const [areas, isSeen] of [
      ['{ZM104005}', false],
      ['{}', false],
      ['', false],
      ['{ZM104011}', true],
      ['{ZM}', true],
    ] as const)
      for (const name of tables) {
        const rows = await registry.db.transaction(async (tx) => {
          await tx.query(`SELECT set_config('janela.areas', $1, true)`, [areas]);
          return tx.query<unknown[]>(`SELECT FROM ${name} LIMIT 1`);
        });
        expect([name, areas, rows.length > 0]).toEqual([name, areas, isSeen]);
      }
  });
});
