import { catalogue } from '../catalogue.ts';
import { asyncApi } from './async-api.ts';
import { eventsPage } from './events-page.ts';
import { eventSchemaOf } from './json-schema.ts';
import { statesFiles, statesPage } from './states-page.ts';
import type { Topic } from './topics.ts';

/** Where the schema of every published event is kept. */
export const schemasFolder = 'libs/contracts/schemas';

/** Where an event's schema is kept. */
export function schemaPath(type: string): string {
  return `${schemasFolder}/${type}.json`;
}

/** Every file that is made of the catalogue and the tables of states, by its path in the repository. */
export function documents(topics: readonly Topic[]): Map<string, string> {
  return new Map([
    ['docs/events.md', eventsPage(catalogue, topics)],
    ['docs/asyncapi.json', json(asyncApi(catalogue, topics))],
    ['docs/states.md', statesPage(statesFiles)],
    ...catalogue.map((event) => [schemaPath(event.type), json(eventSchemaOf(event))] as const),
  ]);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
