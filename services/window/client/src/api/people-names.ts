import { bodyOf } from '@janela/api-client';
import { maxNamesAtOnce, type Names } from '@janela/contracts';
import { useQuery } from '@tanstack/react-query';

import { useLanguage } from '../language/language.tsx';
import { write } from '../language/words.ts';
import { api } from './client.ts';
import { lackOf } from './lack.ts';
import { lackWords } from './name.words.ts';
import { useMay } from './use-may.ts';

/** Returns the names that the register gives of some people and households; what is out of reach is not among them. */
async function namesOf(personIds: string[], householdIds: string[]): Promise<Names> {
  const wanted = [...personIds.map((id) => ['p', id] as const), ...householdIds.map((id) => ['h', id] as const)];
  const found: Names = { people: [], households: [] };
  for (let from = 0; from < wanted.length; from += maxNamesAtOnce) {
    const some = wanted.slice(from, from + maxNamesAtOnce);
    const ids = (kind: 'p' | 'h') => some.flatMap(([each, id]) => (each === kind ? [id] : []));
    const [people, households] = [ids('p'), ids('h')];
    const named = await bodyOf(
      api.registry.POST('/v1/people/names', {
        body: {
          ...(people.length > 0 && { personIds: people }),
          ...(households.length > 0 && { householdIds: households }),
        },
      }),
    );
    found.people.push(...named.people);
    found.households.push(...named.households);
  }
  return found;
}

interface Wanted {
  personIds?: (string | undefined)[];
  householdIds?: (string | undefined)[];
}

/** Who some ids stand for. A name that cannot be had is never left out: it says whether it is not the reader's to see or did not come. */
export function useNames(wanted: Wanted) {
  const { language } = useLanguage();
  const may = useMay('readNames');
  const [personIds, householdIds] = [distinct(wanted.personIds), distinct(wanted.householdIds)];
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['names', personIds, householdIds],
    queryFn: () => namesOf(personIds, householdIds),
    enabled: may && personIds.length + householdIds.length > 0,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  const isThere = data !== undefined && !isPlaceholderData;
  const lack = write(lackWords[lackOf({ may, isThere, error })], language);
  const household = (id: string | undefined) => data?.households.find(({ householdId }) => householdId === id);
  return {
    /** Why no name came, where one was asked for; nothing where they came or are not this reader's to see. */
    failure: may && !isThere ? error : null,
    again: () => void refetch(),
    /** The name, or why it is not shown; nothing of no one. */
    person: (id: string | undefined) =>
      id === undefined ? undefined : (data?.people.find(({ personId }) => personId === id)?.name ?? lack),
    household,
    /** The head of a household, or its number where it has no head, or why that is not shown; nothing of none. */
    headOf: (id: string | undefined) => {
      const found = household(id);
      return id === undefined ? undefined : (found?.head ?? found?.number ?? lack);
    },
  };
}

const distinct = (ids: (string | undefined)[] = []) =>
  [...new Set(ids.filter((id): id is string => id !== undefined))].toSorted();
