import { compatible } from './compatible.ts';
import type { JsonSchema } from './json-schema.ts';
import { schemaPath } from './documents.ts';

/** The published schemas, by event type. */
export type PublishedSchemas = ReadonlyMap<string, JsonSchema>;

/** Sentences for a developer, one for each published event that the new schemas would break; none when all is well. */
export function breakingChanges(published: PublishedSchemas, now: PublishedSchemas): string[] {
  return [...published].flatMap(([type, before]) => {
    const after = now.get(type);
    const found = after ? compatible(before, after).map(({ path, says }) => `${path} ${says}`) : ['is no longer there'];
    return found.length === 0 ? [] : [`${type}: ${found.join('; ')}. ${advice(type)}`];
  });
}

function advice(type: string): string {
  const next = type.replace(/\d+$/, (version) => String(Number(version) + 1));
  return (
    `Events are kept for ever and others read them: leave it as it was and define ${next} beside it. ` +
    `Only if it was never released, delete ${schemaPath(type)} and run \`npm run generate\`.`
  );
}
