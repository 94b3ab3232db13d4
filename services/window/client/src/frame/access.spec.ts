import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { accessTo, mayDo, rolesOf } from './access.ts';
import { menuFor, places } from './menu.ts';

const as = (...roles: string[]) => ({ id: 'x', name: 'X', roles, areas: ['ZM'] });
const routes = readFileSync(join(import.meta.dirname, '../routes.tsx'), 'utf8');
const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path);
const open = ['/', '/track'];

describe('who may open a page', () => {
  it('is said of every page that is not public', () => {
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !open.includes(path) && !rolesOf(path))).toEqual([]);
  });

  it('sends whoever is not signed in to sign in, and whoever works elsewhere home', () => {
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

  it('lets somebody see part of a household and not the rest', () => {
    expect([mayDo('readHousehold', as('payments-officer')), mayDo('screen', as('payments-officer'))]).toEqual([
      true,
      false,
    ]);
    expect([mayDo('readHousehold', as('auditor')), mayDo('readHistory', as('auditor'))]).toEqual([false, true]);
    expect(mayDo('fileCases', as('appeals-reviewer'))).toBe(false);
  });
});
