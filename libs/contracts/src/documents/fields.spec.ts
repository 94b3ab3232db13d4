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
    [z.uuid(), 'uuid'],
    [z.iso.date(), 'date'],
    [z.iso.datetime(), 'instant'],
    [z.string().min(1).max(40), 'text 1 to 40'],
    [z.string().max(40), 'text ≤ 40'],
    [z.string().regex(/^a|b$/), 'text like `^a\\|b$`'],
    [z.int().min(1).max(12), 'integer 1 to 12'],
    [z.int().min(1), 'integer ≥ 1'],
    [z.int().min(0), 'integer'],
    [z.boolean(), 'true or false'],
    [z.boolean().nullable(), 'true or false or null'],
    [z.enum(['open', 'closed']), '`open`, `closed`'],
    [z.literal('PT'), '`PT`'],
    [z.array(z.int().max(4)).max(9), 'list ≤ 9 of integer ≤ 4'],
    [AreaCode, 'area code'],
    [z.array(Entitlement).max(2), 'list ≤ 2 of [Entitlement](#entitlement)'],
  ])('says what %# may hold', (schema, words) => {
    expect(holdsOf(schema)).toEqual([`field: ${words}`]);
  });

  it('goes into objects and lists of them', () => {
    const inner = z.object({ code: z.string().max(9) });
    expect(holdsOf(inner)).toEqual(['field: object', 'field.code: text ≤ 9']);
    expect(holdsOf(z.array(inner).max(3))).toEqual(['field: list ≤ 3 of object', 'field[].code: text ≤ 9']);
  });

  it('tells what is always there from what is there if known', () => {
    const schema = jsonSchemaOf(z.object({ a: z.boolean(), b: z.boolean().optional().describe('Asked.') }));
    expect(fieldsOf(schema)).toEqual([
      { path: 'a', holds: 'true or false', required: true, says: '' },
      { path: 'b', holds: 'true or false', required: false, says: 'Asked.' },
    ]);
  });
});
