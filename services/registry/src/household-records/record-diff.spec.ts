import { describe, expect, it } from '@jest/globals';
import { BlindIndex, Cipher } from '@janela/platform';
import { fullHousehold } from '@janela/testing';

import { editHousehold } from '../households/edit-household.ts';
import { copyOf, type HouseholdRecord } from './household-record.ts';
import { newHousehold } from '../households/new-household.ts';
import { beforeOf, diffRecords, isEmpty, partsOf } from './record-diff.ts';
import { NumberCipher } from '../encryption/number-cipher.ts';

const cipher = new NumberCipher(
  new Cipher([{ id: 'k1', key: Buffer.alloc(32, 1) }]),
  new BlindIndex(Buffer.alloc(32, 2)),
);
const today = '2026-11-20';
const record = newHousehold(fullHousehold(), {
  number: 'ZM104011-000001-3',
  source: 'window',
  at: new Date(),
  today,
  cipher,
});

function after(edit: (copy: HouseholdRecord) => void): HouseholdRecord {
  const copy = copyOf(record);
  edit(copy);
  return copy;
}

/** Takes a change back with what history keeps of it. */
function undo(changed: HouseholdRecord, before: Record<string, Record<string, object | null>>): HouseholdRecord {
  const copy = copyOf(changed);
  Object.assign(copy.household, before['household']?.['was']);
  const restore = <Row extends { id: string }>(rows: Row[], was: Record<string, object | null> = {}) =>
    rows.filter(({ id }) => was[id] !== null).map((row) => ({ ...row, ...was[row.id] }));
  copy.people = restore(copy.people, before['people']);
  copy.identifiers = restore(copy.identifiers, before['identifiers']);
  return copy;
}

describe('what became of a household', () => {
  it('is nothing when nothing differs', () => {
    expect(
      isEmpty(
        diffRecords(
          record,
          after(() => undefined),
        ),
      ),
    ).toBe(true);
  });

  it('is named by its parts, and can be taken back with what history keeps', () => {
    const [head] = record.people;
    const changed = after((copy) =>
      editHousehold(
        copy,
        {
          reason: 'correction',
          address: null,
          assets: ['boat'],
          members: [
            {
              personId: head?.id ?? '',
              phone: null,
              bornOn: '1957-01-01',
              identifiers: [{ type: 'ZM-NRC', value: '999999/99/1' }],
            },
          ],
        },
        { cipher, today },
      ),
    );
    const diff = diffRecords(record, changed);
    expect([...partsOf(diff)].toSorted()).toEqual(['address', 'assets', 'contact', 'members']);
    expect(undo(changed, beforeOf(diff) as never)).toEqual(record);
  });

  it('knows a new head from another new member', () => {
    const parts = (edit: (copy: HouseholdRecord) => void) => [...partsOf(diffRecords(record, after(edit)))].toSorted();
    const grandson = (copy: HouseholdRecord) => copy.people.filter(({ position }) => position === 1);
    expect(parts((copy) => grandson(copy).forEach((person) => (person.relationship = 'head')))).toEqual([
      'head',
      'members',
    ]);
    expect(parts((copy) => grandson(copy).forEach((person) => (person.relationship = 'child')))).toEqual(['members']);
    expect(parts((copy) => copy.people.push({ ...record.people[1], id: 'new' } as never))).toEqual(['members']);
  });
});
