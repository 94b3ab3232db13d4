import type { ChangeReason, PlainDate, RegistrationSource } from '@janela/contracts';

/** What is done to a household, and why. */
export interface HouseholdAction {
  /** As history, audit and access log call it: `moved`. */
  what: string;
  /** The version that the actor saw; left out where nobody looked, as in a file. */
  expected?: number;
  reason?: ChangeReason | undefined;
  note?: string | undefined;
  /** The day from which it holds, where that is not today. */
  on?: PlainDate;
  source?: RegistrationSource;
  /** Of the file that says so. */
  importId?: string;
  /** A death is told also of a household that is closed, or where nobody else is alive. */
  evenIfOver?: boolean;
  /** A second person has decided who collects: it holds at once. */
  confirmsPayee?: boolean;
}
