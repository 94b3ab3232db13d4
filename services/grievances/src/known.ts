type Known<T> = { [K in keyof T]?: Exclude<T[K], null> };

/** What is not known is null in a row and is not there at all outside. */
export function known<T extends object>(values: T): Known<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Known<T>;
}
