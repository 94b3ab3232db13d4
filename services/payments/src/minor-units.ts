/** Half of what JSON carries exactly: what else goes through an account finds room in the other half. */
export const mostMinor = 2n ** 52n;

/** How an amount lies in a column: Postgres hands its `bigint` over as text. */
export const minorUnits = {
  to: (amount: bigint | null) => amount?.toString() ?? null,
  from: (text: string | null) => (text === null ? null : BigInt(text)),
};
