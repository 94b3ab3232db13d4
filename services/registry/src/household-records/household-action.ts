import type { ChangeReason, PlainDate, RegistrationSource } from '@janela/contracts';

import type { HouseholdRecord } from './household-record.ts';
import type { RecordDiff } from './record-diff.ts';

/** What is done to a household, and why. */
export interface HouseholdAction {
  householdId: string;
  /** As history, audit and access log call it: `moved`. */
  what: string;
  /** The version that the actor saw; left out where it was not shown, as in a file. */
  expectedVersion?: number;
  reason?: ChangeReason | undefined;
  note?: string | undefined;
  /** The day from which it holds, where that is not today. */
  on?: PlainDate;
  source?: RegistrationSource;
  /** Of the file that says so. */
  importId?: string;
  /** A death is recorded also in a household that is closed, or where no one else is alive. */
  evenIfOver?: boolean;
  /** A second person has decided who collects: it holds at once. */
  confirmsPayee?: boolean;
}

/** A household before and after a change. */
export interface AppliedAction {
  action: HouseholdAction;
  before: HouseholdRecord;
  record: HouseholdRecord;
  diff: RecordDiff;
}
