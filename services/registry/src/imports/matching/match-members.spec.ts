import { describe, expect, it } from '@jest/globals';
import type { MemberInput } from '@janela/contracts';

import type { Numbers } from '../../household-records/compare-marks.ts';
import type { PersonEntity } from '../../household-records/person.entity.ts';
import { matchMembers } from './match-members.ts';

const person = (id: string, about: Partial<PersonEntity>) =>
  ({ id, givenNames: 'Chanda', familyName: 'Mwape', sex: 'female', bornOn: '1956-03-01', ...about }) as PersonEntity;
const member = (about: Partial<MemberInput>) =>
  ({ givenNames: 'Chanda', familyName: 'Mwape', sex: 'female', bornOn: '1956-03-01', ...about }) as MemberInput;

const people = [
  person('head', {}),
  person('twin-a', { givenNames: 'Mutale', bornOn: '2016-05-01' }),
  person('twin-b', { givenNames: 'Kunda', bornOn: '2016-05-01' }),
];
const known = people.map(({ id }) => ({ personId: id, print: `print of ${id}` }));

function match(members: [MemberInput, string][], numbers: Record<string, [MemberInput, Numbers]> = {}) {
  const matches = matchMembers({
    known,
    people,
    members: members.map(([input]) => input),
    prints: members.map(([, print]) => print),
    compareNumbers: (personId, input) => {
      const [other, says] = numbers[personId] ?? [];
      return (other === input && says) || 'unknown';
    },
  });
  return matches.map(({ personId, same }) => [personId, same]);
}

describe('the rows of a corrected form', () => {
  it('that say the same are about the same people, in whatever order they stand', () => {
    const rows = known.map(({ print }): [MemberInput, string] => [member({}), print]).reverse();
    expect(match(rows)).toEqual([
      ['twin-b', true],
      ['twin-a', true],
      ['head', true],
    ]);
  });

  it('are known by a number before a name, and by a name before a birthday', () => {
    const renamed = member({ givenNames: 'Thokozani', familyName: 'Zimba', bornOn: '1957-01-01' });
    const older = member({ givenNames: 'Kunda', bornOn: '2015-05-01' });
    const misspelt = member({ givenNames: 'Mutare', bornOn: '2016-05-01' });
    const rows: [MemberInput, string][] = [misspelt, older, renamed].map((input) => [input, 'new']);
    expect(match(rows, { head: [renamed, 'equal'] })).toEqual([
      ['twin-a', false],
      ['twin-b', false],
      ['head', false],
    ]);
  });

  it('are about a new person when nothing of them is known', () => {
    const baby = member({ givenNames: 'Taonga', bornOn: '2026-10-01' });
    expect(match([[baby, 'new']])).toEqual([[undefined, false]]);
  });

  it.each<[string, Partial<MemberInput>, Numbers]>([
    ['another official number', {}, 'differing'],
    ['another sex', { sex: 'male' }, 'unknown'],
    ['another sex, with the same official number', { sex: 'male' }, 'equal'],
    ['a birth eleven years off', { bornOn: '1967-03-01' }, 'unknown'],
  ])('are about none of those with the same name and %s', (_what, about, says) => {
    const namesake = member(about);
    expect(match([[namesake, 'new']], { head: [namesake, says] })).toEqual([[undefined, false]]);
  });

  it('never are about one person twice', () => {
    const rows: [MemberInput, string][] = [
      [member({}), 'new'],
      [member({}), 'newer'],
    ];
    expect(match(rows)).toEqual([
      ['head', false],
      [undefined, false],
    ]);
  });
});
