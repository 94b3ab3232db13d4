import type { DataOf, EnrolmentStarted, EnrolmentWaitlisted, PlainDate } from '@janela/contracts';

import { entitlementOf } from '../determinations/determine.ts';
import type { KnownProgramme } from '../programmes/rule-version.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';

/** Returns what every event about an enrolment says. */
export function aboutEnrolment(row: EnrolmentEntity, { code: programme }: KnownProgramme, from: PlainDate) {
  const { id: enrolmentId, programmeId, householdId, personId, areaCode, reason } = row;
  const person = personId === null ? {} : { personId };
  return { enrolmentId, programmeId, programme, householdId, ...person, areaCode, reason, from };
}

/** Returns what is said of one that starts, or is different from a day on. */
export function liveEnrolment(
  row: EnrolmentEntity,
  programme: KnownProgramme,
  from: PlainDate,
): DataOf<typeof EnrolmentStarted> {
  const { applicationId, programmeVersion, coveredPersonIds } = row;
  const entitlement = entitlementOfEnrolment(row, programme);
  const live = { ...aboutEnrolment(row, programme, from), applicationId, programmeVersion, coveredPersonIds };
  return { ...live, ...(entitlement && { entitlement }) };
}

export function waitingEnrolment(
  row: EnrolmentEntity,
  programme: KnownProgramme,
  from: PlainDate,
): DataOf<typeof EnrolmentWaitlisted> {
  return { ...aboutEnrolment(row, programme, from), applicationId: row.applicationId };
}

/** Returns what is due each time. */
export function entitlementOfEnrolment(
  { amountMinor }: Pick<EnrolmentEntity, 'amountMinor'>,
  programme: KnownProgramme,
) {
  return entitlementOf({ programme, amountMinor: amountMinor === null ? null : Number(amountMinor) });
}
