import { z } from 'zod';

import type { AnyEvent } from '../event.ts';

/** A JSON Schema, as far as contracts need one. */
export interface JsonSchema {
  type?: string | readonly string[];
  title?: string;
  description?: string;
  format?: string;
  pattern?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  [keyword: string]: unknown;
}

/** What a schema asks of data that is given to it, as JSON Schema draft 7 (the one that AsyncAPI builds on). */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override({ jsonSchema }) {
      // The format says it; the pattern is how this version of a library checks it.
      if (['uuid', 'date', 'date-time'].includes(jsonSchema.format ?? '')) delete jsonSchema.pattern;
    },
  }) as JsonSchema;
}

/** The schema of an event's data, with what may as little change as the data: where it travels, and by what it is ordered. */
export function eventSchemaOf({ type, summary, topic, branched, kind, keyField, data }: AnyEvent): JsonSchema {
  const { $schema, ...schema } = jsonSchemaOf(data);
  return {
    $schema,
    title: type,
    description: summary,
    'x-topic': branched ? `${topic}.*` : topic,
    'x-kind': kind,
    'x-key': keyField,
    ...schema,
  };
}
