import { isAreaCode, referenceKey } from '@janela/kernel';

import { districtOf } from '../../household-records/form-reference.ts';
import type { HouseholdReader, ReadHousehold } from './read-household.ts';
import type { Group } from './group-rows.ts';
import type { Row } from './row.ts';

/** For each number the districts in which it has stood; an empty one where none was given. */
export type SeenForms = Map<string, Set<string>>;

/** A head of another district begins another household, also where the number is that of the rows before. */
export function beginsElsewhere(reader: HouseholdReader): (row: Row, group: Group) => boolean {
  const districtIn = (row: Row) => {
    const areaCode = reader.cell(row, 'area_code');
    return isAreaCode(areaCode) ? districtOf(areaCode) : '';
  };
  return (row, { rows: [first] }) => {
    if (first === undefined || reader.cell(row, 'relationship') !== 'head') return false;
    return districtIn(row) !== '' && districtIn(row) !== districtIn(first);
  };
}

/** Refuses rows of one household that do not stand together: which of them were meant is not known. */
export function refuseScattered(seen: SeenForms, { ref, areaCode, lines: [line = 0], errors }: ReadHousehold): void {
  if (ref === '') return;
  const [key, district] = [referenceKey(ref), isAreaCode(areaCode) ? districtOf(areaCode) : ''];
  const before = seen.get(key) ?? new Set();
  const again = district === '' ? [...before] : [...before].filter((each) => each === '' || each === district);
  const places = district === '' ? again : again.slice(0, 1).map(() => district);
  for (const place of places)
    errors.push({ line, column: 'household_ref', code: 'household_ref_scattered', value: ref, district: place });
  seen.set(key, before.add(district));
}
