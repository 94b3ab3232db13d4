import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { Entitlement } from '../eligibility/entitlement.ts';
import { AreaCode } from '../values/area.ts';
import { fieldsOf } from './fields.ts';
import { jsonSchemaOf } from './json-schema.ts';

const holdsOf = (schema: z.ZodType) =>
  fieldsOf(jsonSchemaOf(z.object({ field: schema }))).map(({ path, holds }) => `${path}: ${holds}`);

describe('fields in words', () => {
  it.each([
    ['uuid', z.uuid()],
    ['date', z.iso.date()],
    ['instant', z.iso.datetime()],
    ['text 1 to 40', z.string().min(1).max(40)],
    ['text ≤ 40', z.string().max(40)],
    ['text like `^a\\|b$`', z.string().regex(/^a|b$/)],
    ['integer 1 to 12', z.int().min(1).max(12)],
    ['integer ≥ 1', z.int().min(1)],
    ['integer', z.int().min(0)],
    ['true or false', z.boolean()],
    ['true or false or null', z.boolean().nullable()],
    ['`open`, `closed`', z.enum(['open', 'closed'])],
    ['`PT`', z.literal('PT')],
    ['list ≤ 9 of integer ≤ 4', z.array(z.int().max(4)).max(9)],
    ['area code', AreaCode],
    ['list ≤ 2 of [Entitlement](#entitlement)', z.array(Entitlement).max(2)],
  ])('says: %s', (words, schema) => {
    expect(holdsOf(schema)).toEqual([`field: ${words}`]);
  });

  it('goes into objects and lists of them', () => {
    const inner = z.object({ code: z.string().max(9) });
    expect(holdsOf(inner)).toEqual(['field: object', 'field.code: text ≤ 9']);
    expect(holdsOf(z.array(inner).max(3))).toEqual(['field: list ≤ 3 of object', 'field[].code: text ≤ 9']);
  });

  it('distinguishes what is always there from what is there if known', () => {
    const schema = jsonSchemaOf(z.object({ a: z.boolean(), b: z.boolean().optional().describe('Asked.') }));
    expect(fieldsOf(schema)).toEqual([
      { path: 'a', holds: 'true or false', required: true, says: '' },
      { path: 'b', holds: 'true or false', required: false, says: 'Asked.' },
    ]);
  });
});
