import type { ImportColumn } from '@janela/contracts';

/** How a cell is read. */
export type CellKind = 'text' | 'integer' | 'boolean' | 'list';

/** Where the value of a column belongs in a registration. Columns that are not here are read by hand. */
export interface Place {
  path: readonly string[];
  kind: CellKind;
}

const text = (...path: string[]): Place => ({ path, kind: 'text' });
const integer = (...path: string[]): Place => ({ path, kind: 'integer' });
const boolean = (...path: string[]): Place => ({ path, kind: 'boolean' });

/** Columns that are read from the first row of a household. */
export const householdPlaces = {
  area_code: text('areaCode'),
  address: text('address'),
  residence_months: integer('residence', 'months'),
  urban: boolean('residence', 'urban'),
  floor: text('dwelling', 'floor'),
  walls: text('dwelling', 'walls'),
  roof: text('dwelling', 'roof'),
  toilet: text('dwelling', 'toilet'),
  water: text('dwelling', 'water'),
  lighting: text('dwelling', 'lighting'),
  cooking: text('dwelling', 'cooking'),
  rooms: integer('dwelling', 'rooms'),
  assets: { path: ['assets'], kind: 'list' },
  dairy_in_two_weeks: boolean('consumption', 'dairyInTwoWeeks'),
  channel: text('payee', 'channel'),
  provider: text('payee', 'provider'),
  account: text('payee', 'account'),
  consent_given_on: text('consent', 'givenOn'),
  consent_method: text('consent', 'method'),
} as const satisfies Partial<Record<ImportColumn, Place>>;

/** Columns that are read from every row. */
export const memberPlaces = {
  given_names: text('givenNames'),
  family_name: text('familyName'),
  sex: text('sex'),
  born_on: text('bornOn'),
  born_on_precision: text('bornOnPrecision'),
  relationship: text('relationship'),
  identifier_type: text('identifier', 'type'),
  identifier_value: text('identifier', 'value'),
  phone: text('phone'),
  marital_status: text('maritalStatus'),
  seeing: integer('functioning', 'seeing'),
  hearing: integer('functioning', 'hearing'),
  walking: integer('functioning', 'walking'),
  remembering: integer('functioning', 'remembering'),
  self_care: integer('functioning', 'selfCare'),
  communicating: integer('functioning', 'communicating'),
  chronic_illness: boolean('chronicIllness'),
  palliative_care: boolean('palliativeCare'),
  pregnant: boolean('pregnant'),
  attends_school: boolean('attendsSchool'),
  work: text('work'),
  insured: boolean('insured'),
} as const satisfies Partial<Record<ImportColumn, Place>>;

/** The column that a place in a registration was read from: `['members', 2, 'bornOn']` is `born_on`. */
export function columnOf(path: readonly PropertyKey[]): ImportColumn {
  const [first, , ...inMember] = path;
  if (first === 'members' && inMember.length > 0) return memberColumn(inMember);
  if (first === 'members') return 'relationship';
  if (first === 'payee' && (path[1] === 'member' || path[1] === 'deputy')) return 'payee';
  return find(householdPlaces, path) ?? 'household_ref';
}

function memberColumn(path: readonly PropertyKey[]): ImportColumn {
  if (path[0] === 'identifiers') return path.at(-1) === 'type' ? 'identifier_type' : 'identifier_value';
  return find(memberPlaces, path) ?? 'household_ref';
}

function find<C extends ImportColumn>(places: Record<C, Place>, path: readonly PropertyKey[]): C | undefined {
  const wanted = path.slice(0, 2).join('.');
  const columns = Object.keys(places) as C[];
  return (
    columns.find((column) => places[column].path.join('.') === wanted) ??
    columns.find((column) => places[column].path[0] === path[0])
  );
}
