/** A line of somebody's payment, as it was shown. */
export interface Shown {
  householdId: string;
}

/** What the audit trail keeps of lines that were shown: whose payments somebody looked at is asked for later. Ids only. */
export function shownDetails(shown: readonly Shown[]): { count: number; householdIds: string[] } {
  return { count: shown.length, householdIds: [...new Set(shown.map(({ householdId }) => householdId))] };
}
