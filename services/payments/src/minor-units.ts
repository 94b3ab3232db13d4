/** How an amount lies in a column: Postgres hands its `bigint` over as text. */
export const minorUnits = {
  to: (amount: bigint | null) => amount?.toString() ?? null,
  from: (text: string | null) => (text === null ? null : BigInt(text)),
};
