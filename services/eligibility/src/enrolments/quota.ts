import { areaAtLevel, areaLevel } from '@janela/kernel';

import type { KnownProgramme } from '../programmes/rule-version.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';

/** The quota of a programme in an area. */
export interface QuotaKey {
  programmeId: string;
  quotaArea: string;
}

/**
 * Returns the area in whose quota a household counts; null where the programme has none. A household of which no more than its
 * province is known counts there, where no places are given.
 */
export function quotaAreaOf({ quota }: KnownProgramme, areaCode: string): string | null {
  if (!quota) return null;
  return areaAtLevel(areaCode, Math.min(quota.areaLevel, areaLevel(areaCode)));
}

/** Returns the quota that an enrolment counts in. */
export function keyOf({ programmeId, quotaArea }: Pick<EnrolmentEntity, 'programmeId' | 'quotaArea'>): QuotaKey[] {
  return quotaArea === null ? [] : [{ programmeId, quotaArea }];
}

/** Returns a text that is the same for the same quota. */
export function nameOf({ programmeId, quotaArea }: QuotaKey): string {
  return `${programmeId} ${quotaArea}`;
}
