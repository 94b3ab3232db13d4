import { maxNamesAtOnce, type Names } from '@janela/contracts';
import { useQuery } from '@tanstack/react-query';

import { ask } from './api.ts';

/** Asks the register for the names of some people and households; what is out of reach is not among them. */
async function namesOf(personIds: string[], householdIds: string[]): Promise<Names> {
  const wanted = [...personIds.map((id) => ['p', id] as const), ...householdIds.map((id) => ['h', id] as const)];
  const found: Names = { people: [], households: [] };
  for (let from = 0; from < wanted.length; from += maxNamesAtOnce) {
    const some = wanted.slice(from, from + maxNamesAtOnce);
    const ids = (kind: 'p' | 'h') => some.flatMap(([each, id]) => (each === kind ? [id] : []));
    const [people, households] = [ids('p'), ids('h')];
    const { people: named, households: houses } = await ask<Names>('/registry/v1/people/names', {
      method: 'POST',
      body: {
        ...(people.length > 0 && { personIds: people }),
        ...(households.length > 0 && { householdIds: households }),
      },
    });
    found.people.push(...named);
    found.households.push(...houses);
  }
  return found;
}

/** Who some ids stand for; nothing while it is not known, or not this reader's to know. */
export function useNames(wanted: { personIds?: (string | undefined)[]; householdIds?: (string | undefined)[] }) {
  const [personIds, householdIds] = [distinct(wanted.personIds), distinct(wanted.householdIds)];
  const { data } = useQuery({
    queryKey: ['names', personIds, householdIds],
    queryFn: () => namesOf(personIds, householdIds),
    enabled: personIds.length + householdIds.length > 0,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return {
    person: (id: string | undefined) => data?.people.find(({ personId }) => personId === id)?.name,
    household: (id: string | undefined) => data?.households.find(({ householdId }) => householdId === id),
  };
}

const distinct = (ids: (string | undefined)[] = []) =>
  [...new Set(ids.filter((id): id is string => id !== undefined))].toSorted();
