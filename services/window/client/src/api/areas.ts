import type { Area, Page } from '@janela/contracts';
import { areaContains } from '@janela/kernel';
import { useQueries } from '@tanstack/react-query';

import { ask, withQuery } from './api.ts';
import { useSession } from './session.tsx';

/** The country, provinces, districts and wards; a country has a few hundred of them, and they hardly ever change. */
const levels = [0, 1, 2, 3];

const areasOfLevel = (level: number) => ({
  queryKey: ['areas', level],
  queryFn: () => ask<Page<Area>>(withQuery('/registry/v1/areas', { level, limit: 200 })),
  staleTime: Infinity,
  retry: false,
});

const asList = (answers: { data: Page<Area> | undefined }[]) => answers.flatMap(({ data }) => data?.items ?? []);

function useAllAreas(): Area[] {
  return useQueries({ queries: levels.map(areasOfLevel), combine: asList });
}

/** The name of an area by its code; the code itself while names are not known. */
export function useAreaName(): (code: string) => string {
  const areas = useAllAreas();
  return (code) => areas.find((area) => area.code === code)?.name ?? code;
}

/** The areas that the signed-in person may name: their own districts, and what lies in them. */
export function useOwnAreas(): Area[] {
  const session = useSession();
  return useAllAreas().filter(({ code }) => session?.areas.some((scope) => areaContains(scope, code)));
}
