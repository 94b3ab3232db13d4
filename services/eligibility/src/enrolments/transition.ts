import type { EnrolmentReason, PlainDate } from '@janela/contracts';

import type { KnownProgramme } from '../programmes/rule-version.ts';
import type { EnrolmentEntity } from './enrolment.entity.ts';

/** Why something happens to an enrolment, and from which day. */
export interface Transition {
  reason: EnrolmentReason;
  from: PlainDate;
  note?: string | undefined;
}

/** What may be different about an enrolment that goes on. */
export type Difference = Partial<
  Pick<
    EnrolmentEntity,
    | 'householdId'
    | 'areaCode'
    | 'quotaArea'
    | 'coveredPersonIds'
    | 'amountMinor'
    | 'programmeVersion'
    | 'rank'
    | 'rankKey'
  >
>;

/** An enrolment that is locked together with its quota, and its programme. */
export interface LockedEnrolment {
  enrolment: EnrolmentEntity;
  programme: KnownProgramme;
}
