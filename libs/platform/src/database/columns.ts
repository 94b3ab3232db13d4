type Known<T> = { [K in keyof T]?: Exclude<T[K], null> };

/** Returns the values without those that are null: what is not known is null in a row and is left out of an answer. */
export function known<T extends object>(values: T): Known<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Known<T>;
}

/** The transformer of a `bigint` column of money in minor units: Postgres returns it as text. */
export const minorUnits = {
  to: (amount: bigint | null) => amount?.toString() ?? null,
  from: (text: string | null) => (text === null ? null : BigInt(text)),
};

/** The transformer of a `bigint[]` column of whole numbers that all fit a number. */
export const wholeNumbers = {
  to: (values: readonly (number | null)[]) => values,
  from: (texts: readonly (string | null)[]) => texts.map((text) => (text === null ? null : Number(text))),
};
