import type { Area } from '@janela/contracts';
import { areaContains } from '@janela/kernel';
import { useQueries, useQuery } from '@tanstack/react-query';

import { allOf } from './all-pages.ts';
import { api } from './client.ts';
import { useSession } from './session.tsx';

/** The country, provinces, districts and wards; a country has a few hundred of them, and they hardly ever change. */
const levels = [0, 1, 2, 3];

const areasOfLevel = (level: number) => ({
  queryKey: ['areas', level],
  queryFn: () =>
    allOf((page) => api.registry.GET('/v1/areas', { params: { query: { level: String(level), ...page } } })),
  staleTime: Infinity,
  retry: false,
});

const together = (answers: { data: Area[] | undefined; isLoading: boolean }[]) => ({
  areas: answers.flatMap(({ data }) => data ?? []),
  isLoading: answers.some(({ isLoading }) => isLoading),
});

const useAllAreas = () => useQueries({ queries: levels.map(areasOfLevel), combine: together });

/** The name of an area by its code; an ellipsis until names are here, and the code itself where they cannot be had. */
export function useAreaName(): (code: string) => string {
  const { areas, isLoading } = useAllAreas();
  return (code) => areas.find((area) => area.code === code)?.name ?? (isLoading ? '…' : code);
}

/** The areas that the signed-in person may name: their own districts, and what lies in them. */
export function useOwnAreas(): Area[] {
  const session = useSession();
  return useAllAreas().areas.filter(({ code }) => session?.areas.some((scope) => areaContains(scope, code)));
}

/** Whether no country is loaded yet: then there is nowhere to register, pay or count people. */
export function useLacksCountry(): boolean {
  return useQuery(areasOfLevel(0)).data?.length === 0;
}
