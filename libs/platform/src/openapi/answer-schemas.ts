import * as contracts from '@janela/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

import type { RouteDescription } from './routes.ts';

export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];
type Content = Record<string, { schema: Schema }>;

/** The objects of the contracts by the names that they are exported under. */
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries<unknown>(contracts))
  if (schema instanceof z.ZodObject && !named.has(schema)) named.add(schema, { ...schema.meta(), id });

const safe = Number.MAX_SAFE_INTEGER;

/** A schema as OpenAPI 3.1 takes it: JSON Schema 2020-12. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema & { $defs?: Schemas } {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    ...(io === 'output' && { metadata: named }),
    override({ jsonSchema }) {
      // The format says it; the pattern is how this version of a library checks it.
      if (['uuid', 'date', 'date-time'].includes(jsonSchema.format ?? '')) delete jsonSchema.pattern;
      if (jsonSchema.minimum === -safe) delete jsonSchema.minimum;
      if (jsonSchema.maximum === safe) delete jsonSchema.maximum;
      // A field may be added to an answer later.
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return rest as Schema & { $defs?: Schemas };
}

/** Returns what the route's answers look like, by media type. The objects of the contracts go among the components, once each. */
export function answerContent(
  { answers, produces }: Pick<RouteDescription, 'answers' | 'produces'>,
  components: Schemas,
): Content {
  const content = produces.flatMap((mediaType) => {
    const schema = mediaType === 'application/json' ? answers && referTo(answers, components) : fileOf(mediaType);
    return schema ? [[mediaType, { schema }] as const] : [];
  });
  return Object.fromEntries(content);
}

function referTo(answers: z.ZodType, components: Schemas): Schema {
  const text = JSON.stringify(jsonSchemaOf(answers, 'output')).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $defs, ...schema } = JSON.parse(text) as Schema & { $defs?: Schemas };
  Object.assign(components, $defs);
  return schema as Schema;
}

/** A file says nothing of its inside. */
function fileOf(mediaType: string): Schema {
  return mediaType.startsWith('text/') ? { type: 'string' } : { type: 'string', format: 'binary' };
}
