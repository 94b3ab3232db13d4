import type { Enrolment, SuspectedDuplicate } from '@janela/contracts';
import type { Tx } from '@janela/platform';

import { findSuspicions } from '../duplicates/suspicions.ts';
import type { PublishedRules } from '../programmes/published-rules.ts';
import { entitlementOfEnrolment } from './enrolment-events.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';

/** Enrolments as they are answered; a few statements for however many. */
export async function toEnrolments(
  tx: Tx,
  rules: PublishedRules,
  rows: readonly EnrolmentEntity[],
): Promise<Enrolment[]> {
  const suspicions = await findSuspicions(tx, rules, rows);
  return rows.map((row) => toEnrolment(row, rules, suspicions.get(row.id) ?? []));
}

function toEnrolment(
  row: EnrolmentEntity,
  rules: PublishedRules,
  suspectedDuplicates: SuspectedDuplicate[],
): Enrolment {
  const programme = rules.getProgramme(row.programmeId);
  const { id, version, state, reason, householdId, personId, coveredPersonIds, areaCode, programmeId } = row;
  const { programmeVersion, applicationId, fromOn, toOn, suspendedUntil } = row;
  const entitlement = entitlementOfEnrolment(row, programme);
  return {
    id,
    version,
    state,
    reason,
    householdId,
    ...(personId !== null && { personId }),
    coveredPersonIds,
    areaCode,
    programmeId,
    programme: programme.code,
    title: programme.names,
    programmeVersion,
    applicationId,
    ...(entitlement && { entitlement }),
    ...(fromOn !== null && { from: fromOn }),
    ...(toOn !== null && { to: toOn }),
    ...(suspendedUntil !== null && { suspendedUntil }),
    suspectedDuplicates,
  };
}
