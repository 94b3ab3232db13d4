import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { compatible } from './compatible.ts';
import { jsonSchemaOf } from './json-schema.ts';

const before = z.object({
  id: z.uuid(),
  size: z.int().min(1).max(10),
  note: z.string().min(1).max(100).optional(),
  state: z.enum(['open', 'closed']),
  tags: z.array(z.string().max(20)).max(5),
  met: z.boolean().nullable(),
  inner: z.object({ code: z.string().regex(/^[a-z]+$/), seen: z.union([z.string().max(9), z.number()]) }),
});
const with_ = (changes: z.ZodRawShape) => z.object({ ...before.shape, ...changes });
const breaksOf = (after: z.ZodType) =>
  compatible(jsonSchemaOf(before), jsonSchemaOf(after)).map(({ path, says }) => `${path} ${says}`);

describe('a change that breaks nothing', () => {
  it.each([
    ['nothing at all', before],
    ['a new optional field', with_({ extra: z.string().max(9).optional() })],
    ['a new optional object with required fields', with_({ extra: z.object({ a: z.string() }).optional() })],
    ['another value in a list of codes', with_({ state: z.enum(['open', 'closed', 'frozen']) })],
    ['a wider limit', with_({ size: z.int().min(0).max(11), tags: z.array(z.string().max(21)).max(6) })],
    ['a limit taken away', with_({ note: z.string().optional() })],
    ['another description', with_({ id: z.uuid().describe('Something else.') })],
    ['the fields in another order', z.object(Object.fromEntries(Object.entries(before.shape).reverse()))],
    [
      'one more shape among several',
      with_({
        inner: z.object({ ...before.shape.inner.shape, seen: z.union([z.number(), z.boolean(), z.string().max(9)]) }),
      }),
    ],
  ])('%s', (_, after) => {
    expect(breaksOf(after)).toEqual([]);
  });
});

describe('a change that breaks readers or what is kept', () => {
  it.each([
    ['a required field that is gone', before.omit({ id: true }), '/id is gone, or has another name'],
    ['an optional field that is gone', before.omit({ note: true }), '/note is gone, or has another name'],
    ['a new required field', with_({ extra: z.boolean() }), '/extra is new and required'],
    ['an optional field that is required', with_({ note: z.string().min(1).max(100) }), '/note is required now'],
    ['a required field that is optional', with_({ id: z.uuid().optional() }), '/id is no longer promised to be there'],
    ['another type', with_({ size: z.string() }), '/size was integer and is string'],
    ['a number that was whole', with_({ size: z.number().min(1).max(10) }), '/size was integer and is number'],
    ['a value that may be null', with_({ state: z.enum(['open', 'closed']).nullable() }), '/state may be null now'],
    ['a value that may not be null any more', with_({ met: z.boolean() }), '/met was boolean or null and is boolean'],
    ['a code that is gone', with_({ state: z.enum(['open']) }), '/state may no longer be closed'],
    ['free text that has become codes', with_({ note: z.enum(['a']).optional() }), '/note may only be a now'],
    ['a lower maximum', with_({ size: z.int().min(1).max(9) }), '/size has a tighter maximum: 9'],
    ['a higher minimum', with_({ size: z.int().min(2).max(10) }), '/size has a tighter minimum: 2'],
    ['a shorter text', with_({ note: z.string().min(1).max(99).optional() }), '/note has a tighter maxLength: 99'],
    ['a shorter list', with_({ tags: z.array(z.string().max(20)).max(4) }), '/tags has a tighter maxItems: 4'],
    ['other items', with_({ tags: z.array(z.int()).max(5) }), '/tags/0 was string and is integer'],
    [
      'a text that must be a date',
      with_({ note: z.iso.date().min(1).max(100).optional() }),
      '/note has a tighter format: date',
    ],
    [
      'another pattern deep inside',
      with_({ inner: z.object({ ...before.shape.inner.shape, code: z.string().regex(/^[A-Z]+$/) }) }),
      '/inner/code has a tighter pattern: ^[A-Z]+$',
    ],
    [
      'one shape fewer among several',
      with_({ inner: z.object({ ...before.shape.inner.shape, seen: z.union([z.string().max(9), z.boolean()]) }) }),
      '/inner/seen may no longer be number',
    ],
    ['no more unknown fields', z.strictObject(before.shape), '/ takes fewer fields than before'],
  ])('%s', (_, after, says) => {
    expect(breaksOf(after)).toEqual(expect.arrayContaining([says]));
  });

  it('counts what it cannot judge as broken', () => {
    expect(compatible({ type: 'integer', multipleOf: 5 }, { type: 'integer', multipleOf: 7 })).toEqual([
      { path: '/', says: 'has another multipleOf' },
    ]);
    expect(compatible({ 'x-key': 'householdId' }, { 'x-key': 'personId' })).toEqual([
      { path: '/', says: 'has another x-key' },
    ]);
  });
});
