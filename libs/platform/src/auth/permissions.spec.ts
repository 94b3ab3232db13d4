import { describe, expect, it } from '@jest/globals';

import { type Actor, systemActor } from '../context/actor.ts';
import { mustReach, reaches } from './areas.ts';
import { definePermissions, mayDo } from './permissions.ts';

const permissions = definePermissions('registry', {
  'household.read': { roles: ['caseworker', 'supervisor'], description: 'See a household' },
});
const actor = (roles: string[], areas: string[] = []): Actor => ({ id: 'a', name: 'A', kind: 'person', roles, areas });

describe('a permission', () => {
  it('is had through any one of its roles', () => {
    expect(mayDo(permissions, actor(['statistician', 'caseworker']), 'household.read')).toBe(true);
    expect(mayDo(permissions, actor(['statistician']), 'household.read')).toBe(false);
    expect(mayDo(permissions, actor([]), 'household.read')).toBe(false);
  });

  it('must be declared before it is asked for', () => {
    expect(() => mayDo(permissions, actor([]), 'household.write')).toThrow(
      'registry has no permission "household.write"',
    );
  });

  it.each([
    ['a name that is no name', { read: { roles: ['a'], description: 'x' } }],
    ['no role that has it', { 'a.read': { roles: [], description: 'x' } }],
    ['a role named twice', { 'a.read': { roles: ['b', 'b'], description: 'x' } }],
    ['nothing that it says', { 'a.read': { roles: ['b'], description: ' ' } }],
  ])('is refused with %s', (_what, table) => {
    expect(() => definePermissions('registry', table)).toThrow();
  });
});

describe('an area', () => {
  it('is reached from itself and from above, never from below or beside', () => {
    expect(reaches(actor([], ['ZM104']), 'ZM104011')).toBe(true);
    expect(reaches(actor([], ['ZM104011']), 'ZM104011')).toBe(true);
    expect(reaches(actor([], ['ZM104011']), 'ZM104')).toBe(false);
    expect(reaches(actor([], ['ZM104011', 'ZM102']), 'ZM104005')).toBe(false);
    expect(reaches(actor([], ['']), 'ZM104005')).toBe(false);
    expect(reaches(systemActor('registry'), 'ZM104005')).toBe(true);
  });

  it('out of reach is refused with its code', () => {
    expect(() => mustReach(actor([], ['MZ']), 'ZM104')).toThrow('ZM104 is outside your area');
  });
});
