import type { Enrolment, SuspectedDuplicate } from '@janela/contracts';
import { invariant } from '@janela/kernel';
import type { Tx } from '@janela/platform';

import { findSuspicions } from '../duplicates/suspicions.ts';
import type { Book } from '../programmes/rule-book.ts';
import { entitlementOfEnrolment } from './enrolment-events.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';

/** Enrolments as they are answered; a few statements for however many. */
export async function toEnrolments(tx: Tx, book: Book, rows: readonly EnrolmentEntity[]): Promise<Enrolment[]> {
  const suspicions = await findSuspicions(tx, book, rows);
  return rows.map((row) => toEnrolment(row, book, suspicions.get(row.id) ?? []));
}

function toEnrolment(row: EnrolmentEntity, book: Book, suspectedDuplicates: SuspectedDuplicate[]): Enrolment {
  const programme = book.programme(row.programmeId);
  invariant(programme, 'there are enrolments only in programmes that were published');
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
