import type { JsonSchema } from './json-schema.ts';
import { sharedShapeOf } from './shared-shapes.ts';

/** A field of an event as the page of events shows it. */
export interface Field {
  /** `entitlement.amountMinor`, `members[].sex`. */
  readonly path: string;
  /** What it may hold, in words. */
  readonly holds: string;
  readonly required: boolean;
  readonly says: string;
}

/** Every field of a schema, outer before inner. A shared shape is named and not taken apart. */
export function fieldsOf(schema: JsonSchema, path = ''): Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const own = { path: at, holds: wordsFor(field), required: required.has(name), says: field.description ?? '' };
    return [own, ...innerFieldsOf(field, at)];
  });
}

function innerFieldsOf(field: JsonSchema, path: string): Field[] {
  if (sharedShapeOf(field)) return [];
  if (field.items) return innerFieldsOf(field.items, `${path}[]`);
  return field.properties ? fieldsOf(field, path) : [];
}

function wordsFor(schema: JsonSchema): string {
  const shared = sharedShapeOf(schema);
  if (shared) return `[${shared}](#${shared.toLowerCase().replace(' ', '-')})`;
  if (schema.title) return schema.title;
  if (schema.anyOf) return schema.anyOf.map(wordsFor).join(' or ');
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => wordsFor({ ...schema, type })).join(' or ');
  if ('const' in schema) return `\`${String(schema.const)}\``;
  return wordsByType[String(schema.type)]?.(schema) ?? String(schema.type ?? 'anything');
}

const wordsByType: Record<string, (schema: JsonSchema) => string> = {
  array: ({ items, minItems, maxItems }) => `list${between(minItems, maxItems)} of ${wordsFor(items ?? {})}`,
  boolean: () => 'true or false',
  integer: ({ minimum, maximum }) => `integer${between(minimum, maximum)}`,
  number: ({ minimum, maximum }) => `number${between(minimum, maximum)}`,
  string: textWords,
};

function textWords({ format, pattern, minLength, maxLength }: JsonSchema): string {
  if (format === 'date-time') return 'instant';
  if (format) return format;
  if (pattern) return `text like \`${pattern.replaceAll('|', '\\|')}\``;
  return `text${between(minLength, maxLength)}`;
}

/** Limits worth saying: the largest safe integer is not. */
function between(least = 0, most = Infinity): string {
  if (most >= Number.MAX_SAFE_INTEGER) return least > 0 ? ` ≥ ${least}` : '';
  return least > 0 ? ` ${least} to ${most}` : ` ≤ ${most}`;
}
