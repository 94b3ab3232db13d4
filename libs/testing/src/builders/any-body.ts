import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import { z } from 'zod';

import type { Random } from '../seeded.ts';

/** What a JSON schema says of a value, as far as bodies are made from it. */
interface Schema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
}

/** What bodies cannot say by themselves, by the name of the field: `{ personId: () => … }`; undefined leaves it to chance. */
export type Given = Readonly<Record<string, (() => unknown) | undefined>>;

const mostTries = 5;
const mostRepairs = 40;
const letters = ['A', 'é', 'Ŵ', 'ŋ', '漢', 'м', 'a', '😀', '\u0000', '\uD83D', '\u202E'];
const days = ['0001-01-01', '1900-02-28', '1956-03-01', '2024-02-29', '2026-11-01', '9999-12-31'];

/**
 * Makes bodies that a contract accepts, nearer to its limits than a person would: the longest texts, the most items, the extreme
 * numbers and days. What no single field can show is put right by leaving the field out or saying something else.
 */
export class AnyBody<Body> {
  private readonly schema: Schema;

  constructor(
    private readonly contract: z.ZodType<Body>,
    private readonly random: Random,
    private readonly given: Given = {},
  ) {
    this.schema = z.toJSONSchema(contract, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema;
  }

  /** A body that is accepted; throws when none is found. */
  next(): unknown {
    for (let tries = 0; tries < mostTries; tries += 1) {
      let body = this.valueOf(this.schema, '');
      for (let repairs = 0; repairs < mostRepairs; repairs += 1) {
        const parsed = this.contract.safeParse(body);
        if (parsed.success) return body;
        body = this.repaired(body, parsed.error.issues[0]?.path ?? []);
      }
    }
    throw new Error('No body was found that the contract accepts');
  }

  private valueOf(schema: Schema, name: string): unknown {
    const given = this.given[name]?.();
    if (given !== undefined) return given;
    if (schema.const !== undefined) return schema.const;
    if (schema.enum) return this.random.pick(schema.enum);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.valueOf(this.random.pick(choices), name);
    if (schema.type === 'object') return this.objectOf(schema);
    if (schema.type === 'array') return this.arrayOf(schema, name);
    if (schema.type === 'boolean') return this.random.next() < 0.5;
    if (schema.type === 'integer' || schema.type === 'number') return this.numberOf(schema);
    return schema.type === 'string' ? this.textOf(schema) : null;
  }

  private objectOf({ properties = {}, required = [] }: Schema): Record<string, unknown> {
    const share = this.random.pick([0, 0.5, 1]);
    const names = Object.keys(properties).filter((name) => required.includes(name) || this.random.next() < share);
    return Object.fromEntries(names.map((name) => [name, this.valueOf(properties[name] ?? {}, name)]));
  }

  private arrayOf({ items = {}, minItems = 0, maxItems = 3 }: Schema, name: string): unknown[] {
    const most = Math.min(maxItems, items.enum?.length ?? maxItems);
    const few = Math.min(minItems + 1, most);
    const length = this.random.pick([minItems, few, few, few, most]);
    if (items.enum) return this.random.shuffle(items.enum).slice(0, length);
    return Array.from({ length }, () => this.valueOf(items, `${name}[]`));
  }

  private numberOf({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER, type }: Schema): number {
    const whole = [minimum, maximum, Math.max(minimum, Math.min(maximum, 1))];
    return this.random.pick(type === 'integer' ? whole : [...whole, minimum + (maximum - minimum) / 3]);
  }

  private textOf({ format, pattern, minLength = 0, maxLength = 40 }: Schema): string {
    if (format === 'date') return this.random.pick(days);
    if (format === 'uuid') return randomUUID();
    if (format === 'date-time') return `${this.random.pick(days)}T23:59:59Z`;
    if (pattern !== undefined) {
      const seed = this.random.between(0, 2 ** 30);
      return fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed })[0] ?? '';
    }
    const letter = this.random.pick(letters);
    const length = this.random.pick([Math.max(1, minLength), maxLength, Math.ceil(maxLength / 2)]);
    return letter.repeat(Math.max(1, Math.floor(length / letter.length)));
  }

  /** The same body without what is wrong with it where that may be left out, and with another value where it may not. */
  private repaired(body: unknown, path: readonly PropertyKey[]): unknown {
    const copy = structuredClone(body);
    let schema: Schema | undefined = this.schema;
    let holder: unknown = copy;
    for (const [index, key] of path.entries()) {
      if (typeof holder !== 'object' || holder === null) return this.valueOf(this.schema, '');
      const next: Schema | undefined = typeof key === 'number' ? schema?.items : schema?.properties?.[String(key)];
      if (index === path.length - 1) {
        const isNeeded = Array.isArray(holder) || schema?.required?.includes(String(key)) === true;
        if (isNeeded) Reflect.set(holder, key, this.valueOf(next ?? {}, typeof key === 'number' ? '' : String(key)));
        else Reflect.deleteProperty(holder, key);
        return copy;
      }
      holder = Reflect.get(holder, key);
      schema = next;
    }
    return this.valueOf(this.schema, '');
  }
}
