import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { menuFor, places } from '../frame/menu.ts';
import { accessTo, mayDo, parts, rolesOf, type Part } from './access.ts';

const as = (...roles: string[]) => ({ id: 'x', name: 'X', roles, areas: ['ZM'] });
const routes = readFileSync(join(import.meta.dirname, '../routes.tsx'), 'utf8');
const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
const open = ['/', '/track'];

describe('who may open a page', () => {
  it('is said of every page that is not public', () => {
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !open.includes(path) && !rolesOf(path))).toEqual([]);
  });

  it('sends a visitor who is not signed in to sign in, and a person of other work home', () => {
    expect(accessTo('/households/new', null)).toBe('sign in');
    for (const role of ['operator', 'auditor', 'designer', 'payments-officer'])
      expect([role, accessTo('/households/new', as(role))]).toEqual([role, 'not yours']);
    expect(accessTo('/households/new', as('caseworker'))).toBe('open');
    expect([accessTo('/track', null), accessTo('/', null)]).toEqual(['open', 'open']);
  });

  it('lets everybody open what their menu offers', () => {
    const roles = [...new Set(places.flatMap((place) => place.roles ?? []))];
    for (const role of roles)
      for (const { to } of menuFor(as(role))) expect([role, to, accessTo(to, as(role))]).toEqual([role, to, 'open']);
  });

  it('lets a role see part of a household and not the rest', () => {
    expect([mayDo('readHousehold', as('payments-officer')), mayDo('screen', as('payments-officer'))]).toEqual([
      true,
      false,
    ]);
    expect([mayDo('readHousehold', as('auditor')), mayDo('readHistory', as('auditor'))]).toEqual([false, true]);
    expect(mayDo('fileCases', as('appeals-reviewer'))).toBe(false);
  });
});

/** The route that each part of a page asks: `registry get /v1/households`. */
const asks: Partial<Record<Part, string>> = {
  findHouseholds: 'registry get /v1/households',
  readHousehold: 'registry get /v1/households/{id}',
  readHistory: 'registry get /v1/households/{id}/history',
  readAccessLog: 'registry get /v1/households/{id}/access-log',
  register: 'registry post /v1/households',
  confirmPayee: 'registry post /v1/households/{id}/payee/confirm',
  reportDeath: 'registry post /v1/people/{id}/death',
  changeEnrolments: 'eligibility post /v1/enrolments/{id}/resume',
  screen: 'eligibility post /v1/screenings',
  apply: 'eligibility post /v1/applications',
  readApplications: 'eligibility get /v1/applications',
  decideApplications: 'eligibility post /v1/applications/{id}/decision',
  readEnrolments: 'eligibility get /v1/enrolments',
  readPayments: 'payments get /v1/payments',
  readCycles: 'payments get /v1/cycles',
  readProviders: 'payments get /v1/providers',
  readCases: 'grievances get /v1/cases',
  fileCases: 'grievances post /v1/cases',
  readAppeals: 'grievances get /v1/appeals',
  fileAppeals: 'grievances post /v1/appeals',
  decideAppeals: 'grievances post /v1/appeals/{id}/decision',
};

type Document = { paths: Record<string, Record<string, { 'x-roles'?: string[] }>> };

function rolesThatMay(route: string): string[] {
  const [service = '', verb = '', path = ''] = route.split(' ');
  const file = join(import.meta.dirname, '../../../../../docs/openapi', `${service}.json`);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Document;
  return (paths[path]?.[verb]?.['x-roles'] ?? []).toSorted();
}

describe('what the window shows to a role', () => {
  it.each(Object.entries(asks))('%s is what the service lets that role do', (part, route) => {
    expect([...parts[part as Part]].toSorted()).toEqual(rolesThatMay(route));
  });
});
