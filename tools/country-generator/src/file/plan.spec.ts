import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { mistakeKinds } from './mistakes.ts';
import { type Role, roleAt } from './plan.ts';

const rolesOf = (seed: number, oddities: { duplicates: number; wrong: number }, households: number): Role[] =>
  Array.from({ length: households }, (_, index) => roleAt(seed, oddities, index));

const count = (roles: Role[], kind: Role['kind']): number => roles.filter((role) => role.kind === kind).length;

describe('The plan of a file', () => {
  it('has as many second registrations and mistakes as were asked for, to one form', () => {
    const shares = fc.integer({ min: 0, max: 200 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(
        fc.nat(),
        shares,
        shares,
        fc.integer({ min: 100, max: 2000 }),
        (seed, duplicates, wrong, households) => {
          const roles = rolesOf(seed, { duplicates, wrong }, households);

          expect(Math.abs(count(roles, 'wrong') - wrong * households)).toBeLessThanOrEqual(2);
          expect(Math.abs(count(roles, 'duplicate') - duplicates * households)).toBeLessThanOrEqual(3);
        },
      ),
    );
  });

  it('makes every kind of mistake in turn', () => {
    const roles = rolesOf(7, { duplicates: 0.02, wrong: 0.018 }, 500);
    const kinds = roles.flatMap((role) => (role.kind === 'wrong' ? [role.mistake] : []));

    expect(kinds).toEqual(mistakeKinds);
  });

  it('registers again only an earlier household that has no mistake', () => {
    const roles = rolesOf(3, { duplicates: 0.2, wrong: 0.1 }, 3000);
    roles.forEach((role, index) => {
      if (role.kind !== 'duplicate') return;

      expect(role.of).toBeLessThan(index);
      expect(roles[role.of]).toEqual({ kind: 'plain' });
    });
  });

  it('leaves every form in order when nothing odd was asked for', () => {
    expect(count(rolesOf(1, { duplicates: 0, wrong: 0 }, 500), 'plain')).toBe(500);
  });
});
