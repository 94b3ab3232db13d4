/** How an amount lies in a column: Postgres hands its `bigint` over as text. */
export const minorUnits = {
  to: (amount: bigint | null) => amount?.toString() ?? null,
  from: (text: string | null) => (text === null ? null : BigInt(text)),
};

/** Whole numbers of a `bigint[]` column; none of ours is too large for a number. */
export const wholeNumbers = {
  to: (values: readonly (number | null)[]) => values,
  from: (texts: readonly (string | null)[]) => texts.map((text) => (text === null ? null : Number(text))),
};
