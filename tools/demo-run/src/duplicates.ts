import { itemsOf } from '@janela/api-client';
import type { Duplicate } from '@janela/contracts';
import type { Log } from '@janela/supervisor';

import { districts, type People } from './people.ts';

/** Prints who may be registered twice. Returns the ids of these people and of their households. */
export async function findDuplicates(people: People, log: Log): Promise<ReadonlySet<string>> {
  const suspected = new Map<string, Duplicate>();
  for (const { supervisor } of districts) {
    const open = itemsOf((page) =>
      people[supervisor].registry.GET('/v1/duplicates', { params: { query: { state: 'open', ...page } } }),
    );
    for await (const each of open) suspected.set(each.id, each);
  }
  const certain = [...suspected.values()].filter(({ matchedOn }) => matchedOn.includes('identifier'));
  const households = new Set(certain.map((each) => each.people.map(({ householdId }) => householdId).join(' ')));
  log(
    `Duplicates: ${suspected.size} people look like another person, ${certain.length} by the same identity number; ` +
      `that is ${households.size} households registered twice.`,
  );
  return new Set(
    [...suspected.values()].flatMap((each) =>
      each.people.flatMap(({ personId, householdId }) => [personId, householdId]),
    ),
  );
}
